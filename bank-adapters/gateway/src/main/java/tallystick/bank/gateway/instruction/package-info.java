/**
 * One order to a bank from the commitment to its last word: {@link
 * tallystick.bank.gateway.instruction.BankInstruction} decides, {@link
 * tallystick.bank.gateway.instruction.InstructionWork} submits and asks. Internal.
 */
@NullMarked
package tallystick.bank.gateway.instruction;

import org.jspecify.annotations.NullMarked;
