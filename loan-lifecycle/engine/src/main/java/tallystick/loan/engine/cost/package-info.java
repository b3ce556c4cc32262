/**
 * What a loan costs: yields by name, and caps on them that are data. Start at {@link
 * tallystick.loan.engine.cost.Yields}.
 */
@NullMarked
package tallystick.loan.engine.cost;

import org.jspecify.annotations.NullMarked;
