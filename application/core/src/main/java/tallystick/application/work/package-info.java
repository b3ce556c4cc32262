/**
 * The daily work of officers: what waits for me, whose it is, notes, finding an application by whatever is known, lists to
 * take along. Start at {@link tallystick.application.work.WorkController}.
 */
@NullMarked
package tallystick.application.work;

import org.jspecify.annotations.NullMarked;
