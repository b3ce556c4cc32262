/**
 * Which rule set is live, and every one that ever decided, by its hash. Start at {@link
 * tallystick.audit.rulesets.RuleSets}.
 */
@NullMarked
package tallystick.audit.rulesets;

import org.jspecify.annotations.NullMarked;
