/**
 * What of personal data may be shown. {@link tallystick.runtime.masking.Mask} is for answers, {@link
 * tallystick.runtime.masking.LogMask} keeps it out of logs when everything else failed. Anybody may use them.
 */
@NullMarked
package tallystick.runtime.masking;

import org.jspecify.annotations.NullMarked;
