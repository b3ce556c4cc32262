/**
 * Looks for work that is stuck: whatever waits must have a live saga and a future deadline, or an open case that a
 * person has. A context declares what may wait as {@link tallystick.runtime.audit.WaitingWork}, the type to read first;
 * findings show in metrics and health until they are mended.
 */
@NullMarked
package tallystick.runtime.audit;

import org.jspecify.annotations.NullMarked;
