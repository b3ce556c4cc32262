/**
 * Where sagas are kept, and what happens to a step that keeps failing. Start at {@link
 * tallystick.runtime.processing.sagas.StepGuard}; operations use {@link tallystick.runtime.processing.sagas.StepRetry}.
 */
@NullMarked
package tallystick.runtime.processing.sagas;

import org.jspecify.annotations.NullMarked;
