/**
 * Whole orders against the sandbox bank with faults in every combination, in virtual time: one thread, a clock of its own,
 * real rules, tables and bank. Start at {@link tallystick.bank.chaos.ChaosTest}.
 */
@NullMarked
package tallystick.bank.chaos;

import org.jspecify.annotations.NullMarked;
