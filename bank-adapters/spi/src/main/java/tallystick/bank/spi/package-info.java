/**
 * What the author of a bank adapter sees. Start at {@link tallystick.bank.spi.BankAdapter}, which states who calls what,
 * how often and what may be repeated. JDK only.
 */
@NullMarked
package tallystick.bank.spi;

import org.jspecify.annotations.NullMarked;
