/** The description of the interface against the interface: complete, true, and safe to throw anything at. */
@NullMarked
package tallystick.openapi;

import org.jspecify.annotations.NullMarked;
