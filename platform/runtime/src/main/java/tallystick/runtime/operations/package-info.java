/**
 * Long work that a caller starts and follows: durable, with progress and cancellation, taken over by another node when
 * its own dies. Start at {@link tallystick.runtime.operations.Operations}; a context brings its work as a {@link
 * tallystick.runtime.operations.WorkType}.
 */
@NullMarked
package tallystick.runtime.operations;

import org.jspecify.annotations.NullMarked;
