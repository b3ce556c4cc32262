package tallystick.bank.gateway.inbox;

import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.api.ReportCommand.ReportRepayment;
import tallystick.bank.api.ReportId;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.inbox.Inbox.Message;
import tallystick.bank.gateway.instruction.Facts;
import tallystick.bank.gateway.instruction.InstructionTable;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.bank.gateway.instruction.Plausible;
import tallystick.bank.gateway.instruction.Spelling;
import tallystick.bank.gateway.work.Gathering;
import tallystick.bank.gateway.work.Together;
import tallystick.bank.spi.BankFact;
import tallystick.bank.spi.BankFact.OfInstruction;
import tallystick.bank.spi.BankFact.RepaymentReceived;
import tallystick.bank.spi.BankFact.StatementGap;
import tallystick.bank.spi.BankFact.Unreadable;
import tallystick.bank.spi.InboundResult;
import tallystick.bank.spi.InboundResult.Trust;
import tallystick.bank.spi.InboundResult.Verified;
import tallystick.kernel.Ids;
import tallystick.kernel.LoanId;

/** Works a kept message off. Everything it does is harmless when it is done again. */
final class InboxWork {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWork.class);

    private static final int MOST_AT_ONCE = 64;

    private final Inbox inbox;
    private final Banks banks;
    private final Gathering<String, Optional<Row>> instructions;
    private final InstructionTable table;
    private final Facts facts;
    private final Together<?> reports;
    private final InboxBreaks breaks;
    private final InstantSource clock;

    InboxWork(
            Inbox inbox,
            Banks banks,
            InstructionTable table,
            Facts facts,
            Together<?> reports,
            InboxBreaks breaks,
            InstantSource clock) {
        this.inbox = inbox;
        this.banks = banks;
        this.instructions = new Gathering<>("inbox-instructions", MOST_AT_ONCE, table::find);
        this.table = table;
        this.facts = facts;
        this.reports = reports;
        this.breaks = breaks;
        this.clock = clock;
    }

    void work(Message message) {
        try {
            switch (banks.get(message.bank()).receive(inbox.raw(message))) {
                case Verified verified -> verified.facts().forEach(fact -> tell(message, verified.trust(), fact));
                case InboundResult.Rejected rejected -> broken(message, "no-longer-verified", rejected.why());
            }
            inbox.done(message, clock.instant());
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure; // The node stops; the message comes again when its lease ends.
            }
            LOG.warn("The {} could not be worked off and is tried again.", message, failure);
            inbox.later(message);
        }
    }

    private void tell(Message message, Trust trust, BankFact fact) {
        switch (fact) {
            case BankFact f
            when !Plausible.is(f, clock.instant()) ->
                broken(message, "implausible", "an amount or a day that cannot be");
            case Unreadable f -> broken(message, "unreadable", f.why());
            case StatementGap f ->
                breaks.open(
                        message.bank(),
                        message.messageId() + "/" + f.expected(), // One message may tell of several.
                        "statement-gap",
                        f.expected(),
                        f.found());
            case OfInstruction f -> ofInstruction(message, trust, f);
            case RepaymentReceived _ when trust == Trust.WEAK -> broken(message, "weak-channel", "a repayment");
            // The statement of that day tells of it again.
            case RepaymentReceived f
            when !Plausible.hasCome(f.valueDate(), clock.instant()) ->
                broken(message, "value-date-ahead", f.valueDate().toString());
            case RepaymentReceived f -> repayment(message, f);
        }
    }

    /** An instruction that a bank knows was projected before it was sent, so it is found or is not ours. */
    private void ofInstruction(Message message, Trust trust, OfInstruction fact) {
        var row = instructions
                .ask(fact.instruction())
                .filter(found -> found.bank().equals(message.bank()));
        if (row.isEmpty()) {
            broken(message, "unknown-instruction", shown(fact.instruction()));
        } else if (!Facts.fits(row.get(), fact)) {
            broken(
                    message,
                    "other-operation",
                    fact.operation() + " of " + row.get().id());
        } else if (trust == Trust.WEAK) {
            table.hint(row.get().id());
        } else {
            facts.tell(row.get(), fact);
        }
    }

    private void repayment(Message message, RepaymentReceived fact) {
        var loan = fact.loan();
        if (!isLoan(loan)) {
            broken(message, "unknown-loan", shown(loan));
            return;
        }
        if (!table.knows(new LoanId(loan))) {
            broken(message, "unknown-loan", shown(loan)); // Reported all the same: the money is there.
        }
        var id = new ReportId(Ids.derived(ReportId.KIND, message.bank().value(), fact.bankReference()));
        reports.send(new ReportRepayment(
                id,
                message.bank(),
                new LoanId(loan),
                Spelling.money(fact.amount()),
                fact.valueDate(),
                fact.bankReference(),
                false,
                clock.instant()));
    }

    private void broken(Message message, String kind, String found) {
        breaks.open(message.bank(), message.messageId(), kind, found);
    }

    private static boolean isLoan(String text) {
        try {
            return !new LoanId(text).value().isEmpty();
        } catch (IllegalArgumentException anotherText) {
            return false;
        }
    }

    /** Only what looks like an id is repeated: anything else may be personal data. */
    private static String shown(String id) {
        return id.matches("[A-Za-z0-9._-]{1,64}") ? id : "another text";
    }
}
