/**
 * Money that nobody has identified, or that came when its loan could not take it: kept with an owner and an age until it is
 * moved or sent back. Start at {@link tallystick.loan.suspense.Suspense}.
 */
@NullMarked
package tallystick.loan.suspense;

import org.jspecify.annotations.NullMarked;
