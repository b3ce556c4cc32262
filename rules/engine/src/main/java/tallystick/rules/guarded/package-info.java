/**
 * Rule files in Drools' own language (DRL), for what a table cannot say: a small part of it, everything else refused. Start at
 * {@link tallystick.rules.guarded.GuardedRules}. Three walls stand behind each other: what is not in the grammar is refused
 * before anything is compiled, and what is compiled is written anew from what was understood; the class files that come out
 * are searched for calls of anybody else; and a run has bounds. {@link tallystick.rules.guarded.Case} is all that a rule sees.
 */
@NullMarked
package tallystick.rules.guarded;

import org.jspecify.annotations.NullMarked;
