/**
 * Interest as it is earned, without touching a loan daily: each loan has a plan, the plans of all loans add up to one table
 * of changes by day, and a day's posting is its running sum. Start at {@link AccrualPlan}.
 */
@NullMarked
package tallystick.loan.accruals;

import org.jspecify.annotations.NullMarked;
