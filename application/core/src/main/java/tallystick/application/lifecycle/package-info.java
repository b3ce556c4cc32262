/**
 * One application from draft to funded: what may happen when, decided in one place. Start at {@link
 * tallystick.application.lifecycle.Application}. Pure; the other features send it commands and read its state.
 */
@NullMarked
package tallystick.application.lifecycle;

import org.jspecify.annotations.NullMarked;
