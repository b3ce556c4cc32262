@NullMarked
package tallystick.architecture.badhouse.reference;

import org.jspecify.annotations.NullMarked;
