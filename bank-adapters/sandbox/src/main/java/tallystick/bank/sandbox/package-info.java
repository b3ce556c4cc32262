/**
 * A little bank of our own: accounts, a ledger in its own database, signed callbacks that it repeats until they are
 * answered, and faults by script. Start at {@link tallystick.bank.sandbox.SandboxBank}; {@link
 * tallystick.bank.sandbox.SandboxAdapter} is the platform's side of the line. Knows the SPI and the JDK only.
 */
@NullMarked
package tallystick.bank.sandbox;

import org.jspecify.annotations.NullMarked;
