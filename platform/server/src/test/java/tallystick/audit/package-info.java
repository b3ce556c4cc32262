/** Credit audit over real HTTP and a real database: the rule desk, backtests, and what sources of facts say. */
@NullMarked
package tallystick.audit;

import org.jspecify.annotations.NullMarked;
