/**
 * From declared groups to running processors. Start at {@link tallystick.runtime.processing.engine.Processors}; {@link
 * tallystick.runtime.processing.engine.Repairs} is for operations.
 */
@NullMarked
package tallystick.runtime.processing.engine;

import org.jspecify.annotations.NullMarked;
