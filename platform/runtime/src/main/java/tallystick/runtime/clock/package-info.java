/**
 * The one clock of the process. Everything that asks for the time gets the {@link java.time.Clock} bean, or sees it as
 * {@link java.time.InstantSource}; with {@code tallystick.clock=adjustable} that bean is an {@link
 * tallystick.runtime.clock.AdjustableClock}, the type to read first. Everybody in the runtime and the contexts may use it.
 */
@NullMarked
package tallystick.runtime.clock;

import org.jspecify.annotations.NullMarked;
