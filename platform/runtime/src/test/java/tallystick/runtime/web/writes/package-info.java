/** Parts of writing that need no server to be proven. */
@NullMarked
package tallystick.runtime.web.writes;

import org.jspecify.annotations.NullMarked;
