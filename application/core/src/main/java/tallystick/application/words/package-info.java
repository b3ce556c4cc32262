/** What people write by hand, as every feature takes it. Start at {@link tallystick.application.words.FreeText}. */
@NullMarked
package tallystick.application.words;

import org.jspecify.annotations.NullMarked;
