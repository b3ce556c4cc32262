/** Parts of the door that need no server to be proven. */
@NullMarked
package tallystick.runtime.web.door;

import org.jspecify.annotations.NullMarked;
