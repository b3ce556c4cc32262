/** A little bank of our own, with accounts, a ledger and faults by script. */
@NullMarked
package tallystick.bank.sandbox;

import org.jspecify.annotations.NullMarked;
