/**
 * Who asks and what they may: roles, users, logins, tokens and the filter chain of the REST interface. Start at {@link
 * tallystick.runtime.security.Caller} and {@link tallystick.runtime.security.Allowed}, which any controller may use;
 * the rest is internal.
 */
@NullMarked
package tallystick.runtime.security;

import org.jspecify.annotations.NullMarked;
