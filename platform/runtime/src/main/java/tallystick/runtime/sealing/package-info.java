/**
 * Personal data as cipher text, with a key per subject and purpose that can be deleted. Start at {@link
 * tallystick.runtime.sealing.Sealing}; {@link tallystick.runtime.sealing.BlindIndex} finds what is sealed, {@link
 * tallystick.runtime.sealing.Erasures} ends it. Edges of any context may use these; keys never leave this package.
 */
@NullMarked
package tallystick.runtime.sealing;

import org.jspecify.annotations.NullMarked;
