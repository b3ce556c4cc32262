/** Tests of the feature of this name. */
@NullMarked
package tallystick.runtime.audit;

import org.jspecify.annotations.NullMarked;
