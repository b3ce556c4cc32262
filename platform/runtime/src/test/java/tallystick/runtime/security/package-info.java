/** Logins over real HTTP and a real PostgreSQL. Start at {@link tallystick.runtime.security.Node}. */
@NullMarked
package tallystick.runtime.security;

import org.jspecify.annotations.NullMarked;
