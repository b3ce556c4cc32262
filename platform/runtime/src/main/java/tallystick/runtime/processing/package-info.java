/**
 * Reacting to events: what a context declares ({@link tallystick.runtime.processing.ProcessingGroup}, the type to read
 * first) and what handlers and operators may ask. The parts behind it live in the packages below; contexts use only this
 * one.
 */
@NullMarked
package tallystick.runtime.processing;

import org.jspecify.annotations.NullMarked;
