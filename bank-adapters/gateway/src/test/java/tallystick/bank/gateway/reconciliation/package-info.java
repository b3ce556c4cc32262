/** Whether statements are compared rightly, and fast enough. */
@NullMarked
package tallystick.bank.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
