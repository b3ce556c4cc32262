/**
 * What terms lead to, without a loan: over REST and for other contexts. Start at {@link tallystick.loan.quotes.Quoting}.
 */
@NullMarked
package tallystick.loan.quotes;

import org.jspecify.annotations.NullMarked;
