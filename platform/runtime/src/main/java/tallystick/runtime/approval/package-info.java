/**
 * Two people who agree to the same, as every context asks for it. Start at {@link tallystick.runtime.approval.FourEyes};
 * everybody may use it.
 */
@NullMarked
package tallystick.runtime.approval;

import org.jspecify.annotations.NullMarked;
