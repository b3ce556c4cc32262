/**
 * A loan from booking to the last cent: payouts confirmed, money received and shared out, reversals, payoff quotes. Start
 * at {@link tallystick.loan.servicing.Loan}.
 */
@NullMarked
package tallystick.loan.servicing;

import org.jspecify.annotations.NullMarked;
