/**
 * What falls due when, told to banks that keep the loans they paid out, so that their daily loan file can be compared with
 * ours. Start at {@link Schedules}. Internal.
 */
@NullMarked
package tallystick.bank.gateway.schedules;

import org.jspecify.annotations.NullMarked;
