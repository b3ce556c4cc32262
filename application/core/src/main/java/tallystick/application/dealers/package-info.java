/**
 * Dealers: companies that bring applications and get the money of the cars they sell. Admitted under four eyes, with a limit
 * on what is open through them. Start at {@link tallystick.application.dealers.Dealer}; intake asks {@link
 * tallystick.application.dealers.Dealerships}.
 */
@NullMarked
package tallystick.application.dealers;

import org.jspecify.annotations.NullMarked;
