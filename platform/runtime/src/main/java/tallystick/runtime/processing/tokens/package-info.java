/**
 * How far each segment of each group has come, and who works on it. Start at {@link
 * tallystick.runtime.processing.tokens.Tokens}. For the packages of processing only.
 */
@NullMarked
package tallystick.runtime.processing.tokens;

import org.jspecify.annotations.NullMarked;
