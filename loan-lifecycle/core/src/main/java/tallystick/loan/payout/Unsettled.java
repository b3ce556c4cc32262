package tallystick.loan.payout;

import java.time.Instant;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.ReportCommand.ReportBreak;
import tallystick.bank.api.ReportId;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.runtime.decide.Commands;

/** Calls people, by a break of the bank, where money went another way than a loan can follow by a rule. */
final class Unsettled {
    private Unsettled() {}

    static void call(String kind, InstructionReturned event, String because, Commands commands) {
        call(kind, event.instruction(), event.bank(), because, "returned: " + event.reason(), event.at(), commands);
    }

    static void call(String kind, InstructionRejected event, String because, Commands commands) {
        call(kind, event.instruction(), event.bank(), because, "rejected: " + event.reason(), event.at(), commands);
    }

    /** Of one order once, however often the step is repeated. */
    private static void call(
            String kind,
            InstructionId instruction,
            BankId bank,
            String because,
            String found,
            Instant at,
            Commands commands) {
        var id = new ReportId(Ids.derived(ReportId.KIND, kind, instruction.value()));
        commands.sendAndWait(new ReportBreak(id, bank, kind, instruction.value() + ": " + because, found, at));
    }
}
