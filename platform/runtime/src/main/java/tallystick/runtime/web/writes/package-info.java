/**
 * What happens to a write inside its controller: a repeat gets its first answer, If-Match is checked, values are judged,
 * the command is sent, and the read models are awaited - in this order. Start at {@link
 * tallystick.runtime.web.writes.Write}, which a controller takes as an argument.
 */
@NullMarked
package tallystick.runtime.web.writes;

import org.jspecify.annotations.NullMarked;
