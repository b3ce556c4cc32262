/** What holds wherever one person proposes and another one agrees. Internal. */
@NullMarked
package tallystick.bank.gateway.approval;

import org.jspecify.annotations.NullMarked;
