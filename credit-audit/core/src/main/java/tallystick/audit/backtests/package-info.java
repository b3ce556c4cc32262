/**
 * Recorded cases judged by rule sets that did not decide them: backtests over a period, shadows beside the live set, and a
 * nightly sample run again. Start at {@link tallystick.audit.backtests.Backtest}.
 */
@NullMarked
package tallystick.audit.backtests;

import org.jspecify.annotations.NullMarked;
