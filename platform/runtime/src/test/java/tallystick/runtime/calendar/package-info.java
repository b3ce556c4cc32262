/** Tests of the feature of this name. */
@NullMarked
package tallystick.runtime.calendar;

import org.jspecify.annotations.NullMarked;
