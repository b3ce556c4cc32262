/**
 * Between loans and banks: orders payouts and debits, and brings what banks say to the loan. Start at {@link
 * tallystick.loan.payout.Payout}.
 */
@NullMarked
package tallystick.loan.payout;

import org.jspecify.annotations.NullMarked;
