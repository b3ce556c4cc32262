@NullMarked
package tallystick.architecture.badhouse.kernel;

import org.jspecify.annotations.NullMarked;
