/**
 * Between loans and banks: orders payouts, debits, refunds, guarantees and buy-backs, brings what banks say to the loan, and finds
 * what people entered before the bank told of it. Start at {@link
 * tallystick.loan.payout.Payout}.
 */
@NullMarked
package tallystick.loan.payout;

import org.jspecify.annotations.NullMarked;
