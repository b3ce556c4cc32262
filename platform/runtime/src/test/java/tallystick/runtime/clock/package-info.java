/** Tests of the feature of this name. */
@NullMarked
package tallystick.runtime.clock;

import org.jspecify.annotations.NullMarked;
