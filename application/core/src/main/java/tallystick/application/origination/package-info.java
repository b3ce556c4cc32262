/**
 * The way of one application through audit, bank, contract and payout. Start at {@link
 * tallystick.application.origination.Origination}.
 */
@NullMarked
package tallystick.application.origination;

import org.jspecify.annotations.NullMarked;
