/**
 * One batch of one segment: its events, its one transaction, and what happens when an event fails. Start at {@link
 * tallystick.runtime.processing.batch.GroupProcessor}. For the packages of processing only.
 */
@NullMarked
package tallystick.runtime.processing.batch;

import org.jspecify.annotations.NullMarked;
