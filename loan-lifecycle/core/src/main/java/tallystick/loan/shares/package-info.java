/**
 * Who owns what of a loan: lenders with their shares, buyers of shares, guarantors with their claims. Start at {@link
 * tallystick.loan.shares.Owners}. A split follows from running totals, so that parts add up to the cent and end at zero.
 */
@NullMarked
package tallystick.loan.shares;

import org.jspecify.annotations.NullMarked;
