@NullMarked
package tallystick.architecture.badhouse.attic;

import org.jspecify.annotations.NullMarked;
