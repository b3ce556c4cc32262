/** Tests of the feature of this name. */
@NullMarked
package tallystick.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
