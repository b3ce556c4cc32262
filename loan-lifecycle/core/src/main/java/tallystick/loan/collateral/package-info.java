/**
 * What secures loans, from the valuation to the release or the sale: start at {@link
 * tallystick.loan.collateral.Collaterals}. What a sale brings pays the loan by itself, and what is paid off is released.
 */
@NullMarked
package tallystick.loan.collateral;

import org.jspecify.annotations.NullMarked;
