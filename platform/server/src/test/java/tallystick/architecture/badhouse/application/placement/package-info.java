@NullMarked
package tallystick.architecture.badhouse.application.placement;

import org.jspecify.annotations.NullMarked;
