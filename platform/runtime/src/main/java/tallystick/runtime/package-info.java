/**
 * What belongs to no context: the event machine, its processing, the web and trust around it. Start at {@link
 * tallystick.runtime.decide.Commands}.
 */
@NullMarked
package tallystick.runtime;

import org.jspecify.annotations.NullMarked;
