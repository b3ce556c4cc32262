/**
 * Holiday tables by name and version: reviewable files beside this package, one row a day, each with its source. A table
 * that terms may name is never changed; a new one has the next version. Start at {@link
 * tallystick.loan.engine.calendars.Calendars}.
 */
@NullMarked
package tallystick.loan.engine.calendars;

import org.jspecify.annotations.NullMarked;
