/**
 * The decision about an application: facts gathered, rules run, everything kept that a replay needs. Start at {@link
 * tallystick.audit.decisions.Gathering}.
 */
@NullMarked
package tallystick.audit.decisions;

import org.jspecify.annotations.NullMarked;
