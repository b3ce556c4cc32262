/**
 * From a command to its events: a pure {@link tallystick.runtime.decide.Decider} decides, {@link
 * tallystick.runtime.decide.Commands} is the door everybody knocks at.
 */
@NullMarked
package tallystick.runtime.decide;

import org.jspecify.annotations.NullMarked;
