/**
 * How every request that fails is answered: one shape, one catalogue of codes, whoever noticed first - Tomcat, the
 * security chain, the door or a decision. Start at {@link tallystick.runtime.web.Problems}; everybody may use it. The
 * packages below it hold the door itself, JSON, writes and lists.
 */
@NullMarked
package tallystick.runtime.web;

import org.jspecify.annotations.NullMarked;
