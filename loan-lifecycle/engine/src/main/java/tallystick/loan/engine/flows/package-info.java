/** Money over time, and the rate at which it is worth nothing today. Start at {@link tallystick.loan.engine.flows.InternalRate}. */
@NullMarked
package tallystick.loan.engine.flows;

import org.jspecify.annotations.NullMarked;
