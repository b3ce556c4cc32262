/**
 * The contract every adapter must pass. An author writes a {@link tallystick.bank.testkit.TestBank} and extends {@link
 * tallystick.bank.testkit.AdapterContract}; the rest is here. Knows the SPI and JUnit only.
 */
@NullMarked
package tallystick.bank.testkit;

import org.jspecify.annotations.NullMarked;
