/** The door to Drools: source in, a rule base and its class files out. Start at {@link tallystick.rules.drools.Compiled}. */
@NullMarked
package tallystick.rules.drools;

import org.jspecify.annotations.NullMarked;
