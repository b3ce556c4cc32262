/**
 * What other contexts may ask of loans and hear of them. Start at {@link tallystick.loan.api.LoanCommand} and {@link
 * tallystick.loan.api.LoanEvent}; {@link tallystick.loan.api.Terms} is the shape of every loan, in REST too.
 */
@NullMarked
package tallystick.loan.api;

import org.jspecify.annotations.NullMarked;
