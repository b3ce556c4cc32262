@NullMarked
package tallystick.architecture.badhouse.application.intake;

import org.jspecify.annotations.NullMarked;
