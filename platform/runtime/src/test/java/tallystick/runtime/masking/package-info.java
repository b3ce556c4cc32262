/** What is shown and what is hidden. */
@NullMarked
package tallystick.runtime.masking;

import org.jspecify.annotations.NullMarked;
