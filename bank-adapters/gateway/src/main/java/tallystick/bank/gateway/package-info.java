/**
 * Sends instructions to banks through their adapters and takes in what banks say. Start at {@code
 * instruction.BankInstruction}, which holds the rules of money. Internal.
 */
@NullMarked
package tallystick.bank.gateway;

import org.jspecify.annotations.NullMarked;
