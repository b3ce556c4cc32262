/**
 * What one asks of a whole portfolio: lateness, its moves, vintages, money in flight, cost against the law, and whom to call next. Start at {@link
 * tallystick.loan.reports.Portfolios}.
 */
@NullMarked
package tallystick.loan.reports;

import org.jspecify.annotations.NullMarked;
