/** The rules of money, one by one and all at once. */
@NullMarked
package tallystick.bank.gateway.instruction;

import org.jspecify.annotations.NullMarked;
