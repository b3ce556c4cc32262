/** Sealing on a real database. Start at {@link tallystick.runtime.sealing.Keyring}. */
@NullMarked
package tallystick.runtime.sealing;

import org.jspecify.annotations.NullMarked;
