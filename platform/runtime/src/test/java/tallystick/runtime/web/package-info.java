/** The door over real HTTP: a whole server on a free port with the reference context behind it. Start at {@link tallystick.runtime.web.Server}. */
@NullMarked
package tallystick.runtime.web;

import org.jspecify.annotations.NullMarked;
