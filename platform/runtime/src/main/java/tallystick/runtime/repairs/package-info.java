/**
 * What operations do when a processing group could not take an event: see what is put aside, take it again, give it up
 * with a reason, and let a halted group go on. Start at {@link tallystick.runtime.repairs.GroupsController}. Internal.
 */
@NullMarked
package tallystick.runtime.repairs;

import org.jspecify.annotations.NullMarked;
