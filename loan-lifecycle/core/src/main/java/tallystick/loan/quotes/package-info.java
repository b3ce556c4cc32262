/**
 * What terms lead to, without keeping anything: quotes, and simulations with facts. Start at {@link
 * tallystick.loan.quotes.QuotesController}; {@link tallystick.loan.quotes.Quoting} answers other contexts.
 */
@NullMarked
package tallystick.loan.quotes;

import org.jspecify.annotations.NullMarked;
