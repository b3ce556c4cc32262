/** The limits a bank is held to. */
@NullMarked
package tallystick.bank.gateway.banks;

import org.jspecify.annotations.NullMarked;
