/**
 * Closes business days: touches the loans with something to do, found by the day of their next action, posts what was earned,
 * and moves the business date. Start at {@link tallystick.loan.closing.DayClose}; {@link
 * tallystick.loan.closing.AgendaTable} is the index.
 */
@NullMarked
package tallystick.loan.closing;

import org.jspecify.annotations.NullMarked;
