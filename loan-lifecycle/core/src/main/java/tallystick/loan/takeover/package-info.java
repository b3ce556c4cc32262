/**
 * Takes portfolios of other systems over, a row a loan: read, checked against our arithmetic, booked once each however often
 * it is tried. Start at {@link tallystick.loan.takeover.PortfolioImport}.
 */
@NullMarked
package tallystick.loan.takeover;

import org.jspecify.annotations.NullMarked;
