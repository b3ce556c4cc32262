package tallystick.bank.gateway.inbox;

import java.time.InstantSource;
import tallystick.bank.api.ReportCommand.ReportBreak;
import tallystick.bank.api.ReportId;
import tallystick.bank.gateway.work.Together;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;

/** Calls a person to a message that does not fit. Of one message and kind there is one break. */
final class InboxBreaks {
    private final Together<?> reports;
    private final InstantSource clock;

    InboxBreaks(Together<?> reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** @param found without personal data */
    void open(BankId bank, String messageId, String kind, String found) {
        open(bank, messageId, kind, "a message about what we ordered", found);
    }

    void open(BankId bank, String messageId, String kind, String expected, String found) {
        var id = new ReportId(Ids.derived(ReportId.KIND, bank.value(), "message", kind, messageId));
        reports.send(new ReportBreak(id, bank, kind, expected, found, clock.instant()));
    }
}
