/**
 * Events that a read model could not take. Start at {@link tallystick.runtime.processing.letters.LetterDiscipline};
 * operations use {@link tallystick.runtime.processing.letters.LetterRetry}.
 */
@NullMarked
package tallystick.runtime.processing.letters;

import org.jspecify.annotations.NullMarked;
