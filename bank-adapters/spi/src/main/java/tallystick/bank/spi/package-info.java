/** What the author of a bank adapter sees. JDK only. */
@NullMarked
package tallystick.bank.spi;

import org.jspecify.annotations.NullMarked;
