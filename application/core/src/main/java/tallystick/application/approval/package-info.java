/**
 * Two people who agree to the same, as every feature asks for it. Start at {@link
 * tallystick.application.approval.FourEyes}. Internal.
 */
@NullMarked
package tallystick.application.approval;

import org.jspecify.annotations.NullMarked;
