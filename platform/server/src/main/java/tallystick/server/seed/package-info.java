/** What an empty platform begins with, so that the first loan needs no set-up. Start at {@link tallystick.server.seed.FirstStart}. */
@NullMarked
package tallystick.server.seed;

import org.jspecify.annotations.NullMarked;
