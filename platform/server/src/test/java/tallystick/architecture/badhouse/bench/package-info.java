@NullMarked
package tallystick.architecture.badhouse.bench;

import org.jspecify.annotations.NullMarked;
