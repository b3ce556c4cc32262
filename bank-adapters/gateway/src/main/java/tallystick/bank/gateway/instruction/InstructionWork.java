package tallystick.bank.gateway.instruction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.ConfirmUnsent;
import tallystick.bank.api.BankCommand.EndUnsent;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.HoldInstruction;
import tallystick.bank.api.BankCommand.RecordAccepted;
import tallystick.bank.api.BankCommand.RecordNotSent;
import tallystick.bank.api.BankCommand.RecordUnknown;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.api.Order;
import tallystick.bank.gateway.banks.Bank;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.instruction.InstructionTable.Places;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.bank.spi.BankFact.OfInstruction;
import tallystick.bank.spi.Instruction;
import tallystick.bank.spi.Operation;
import tallystick.bank.spi.StatusAnswer;
import tallystick.bank.spi.StatusQuery;
import tallystick.bank.spi.SubmitAnswer;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.telemetry.FaultNames;

/**
 * The next step of one instruction that is due: send it, ask what became of it, or admit that nobody knows. Runs outside
 * of handlers and transactions; a stop at any line leaves a state from which the next step is safe.
 */
final class InstructionWork {
    private static final Logger LOG = LoggerFactory.getLogger(InstructionWork.class);

    /** Of its lease; what has waited longer for its start is left to be taken anew. */
    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(15);

    private final InstructionTable table;
    private final Banks banks;
    private final Commands commands;
    private final Facts facts;
    private final Spelling spelling;
    private final InstantSource clock;

    InstructionWork(
            InstructionTable table,
            Banks banks,
            Commands commands,
            Facts facts,
            Spelling spelling,
            InstantSource clock) {
        this.table = table;
        this.banks = banks;
        this.commands = commands;
        this.facts = facts;
        this.spelling = spelling;
        this.clock = clock;
    }

    /** What is due and has a place at its bank. */
    List<Row> take(int most) {
        var places = banks.all().stream()
                .flatMap(bank -> Arrays.stream(Operation.values())
                        .map(operation -> new Places(bank.id(), Spelling.kind(operation), bank.free(operation))))
                .filter(one -> one.free() > 0)
                .toList();
        return places.isEmpty() ? List.of() : table.take(most, places);
    }

    /** One place at the bank per step, so that a slow bank takes the places of its own instructions only. */
    void step(Row row) {
        var bank = banks.get(row.bank());
        var operation = Spelling.operation(row.order());
        if (!bank.enter(operation)) {
            table.leave(row);
            return;
        }
        try {
            step(row, bank);
        } finally {
            bank.leave(operation);
        }
    }

    private void step(Row row, Bank bank) {
        switch (row.state()) {
            case COMMITTED, NOT_SENT -> {
                if (row.order() instanceof Order.Cancel cancel) {
                    cancel(row, cancel, bank);
                } else {
                    sendUnlessCancelled(row, bank);
                }
            }
            case SENT -> tell(new RecordUnknown(row.id(), row.attempts(), "No outcome was recorded.", clock.instant()));
            case ACCEPTED, UNKNOWN -> ask(row, bank);
            case CONFIRMED, REJECTED, RETURNED -> {}
        }
    }

    /**
     * A bank that hears of the cancel first, says that it is too late, and what it cancels goes on for ever: so the bank is
     * asked only for what it is known to have, and what it is known not to have ends here.
     */
    private void cancel(Row row, Order.Cancel cancel, Bank bank) {
        var of = table.find(cancel.of().value());
        if (of.isEmpty()) {
            waitForOrder(row, State.COMMITTED);
            return;
        }
        var order = of.get();
        if (row.bank().equals(order.bank()) && isOver(order)) {
            var now = clock.instant();
            tell(new ConfirmUnsent(row.id(), bank.hours().day(now), now));
            return;
        }
        switch (order.state()) {
            case ACCEPTED, CONFIRMED, REJECTED, RETURNED -> sendOrHold(row, bank);
            case COMMITTED, NOT_SENT, SENT, UNKNOWN -> waitForOrder(row, order.state());
        }
    }

    /**
     * The order itself decides, since another node may be about to send it, and our table may be behind: it ends where it is
     * not at the bank, and keeps the wish where that is not known.
     */
    private boolean isOver(Row of) {
        return commands.<BankInstruction>sendAndWait(new EndUnsent(of.id(), clock.instant()))
                .state()
                .isCancelled();
    }

    /** Doubt lasts; all else is over soon, or a person is called. */
    private void waitForOrder(Row row, State state) {
        var now = clock.instant();
        if (!row.handedOver() && !now.isBefore(row.committedAt().plus(Polling.HANDED_OVER_AFTER))) {
            tell(new EscalateSilence(row.id(), row.looks() + 1, now));
        } else if (state == State.UNKNOWN) {
            table.leave(row, Polling.next(0, now));
        } else {
            table.leave(row);
        }
    }

    /** A cancel that can still end both does so; after one that the bank has heard, however it ended, nothing is sent again. */
    private void sendUnlessCancelled(Row row, Bank bank) {
        var cancel = table.cancelOf(row).orElse(null);
        if (cancel == null) {
            sendOrHold(row, bank);
        } else if (cancel.state().isUnsent()) {
            table.leave(row);
        } else {
            tell(new EndUnsent(row.id(), clock.instant()));
        }
    }

    /** After its cut-off it waits for the next opening, and everybody can see that. */
    private void sendOrHold(Row row, Bank bank) {
        var now = clock.instant();
        var opens = bank.hours().opens(Spelling.operation(row.order()), now);
        if (opens.isEmpty()) {
            send(row, bank);
        } else {
            tell(new HoldInstruction(row.id(), opens.get(), "The bank is closed for this.", now));
        }
    }

    /** The attempt is in the store before the first byte leaves. Refused means: it is somebody else's, or was sent. */
    private void send(Row row, Bank bank) {
        var attempt = row.attempts() + 1;
        var leased = System.nanoTime();
        try {
            tell(new StartSubmission(row.id(), attempt, clock.instant()));
        } catch (Refused notDue) {
            LOG.info("{} is not sent: {}.", row.id(), notDue.refusal().code());
            table.leave(row);
            return;
        }
        var late = System.nanoTime() - leased > BEGIN_WITHIN.toNanos();
        record(
                row,
                attempt,
                bank,
                late ? new SubmitAnswer.NotSent("This node was too slow.") : submit(row, bank, attempt));
    }

    private SubmitAnswer submit(Row row, Bank bank, int attempt) {
        Instruction instruction;
        try {
            instruction = spelling.instruction(row.id(), row.order());
        } catch (RuntimeException nothingLeft) {
            return new SubmitAnswer.NotSent("The order could not be written: " + FaultNames.of(nothingLeft));
        }
        return bank.submit(instruction, attempt);
    }

    private void record(Row row, int attempt, Bank bank, SubmitAnswer answer) {
        var now = clock.instant();
        switch (answer) {
            case SubmitAnswer.Accepted a -> tell(new RecordAccepted(row.id(), a.bankReference(), a.sequence(), now));
            case SubmitAnswer.Final f
            when Facts.fits(row, f.fact()) && Plausible.is(f.fact(), now) -> facts.tell(row, f.fact());
            case SubmitAnswer.Final _ ->
                tell(new RecordUnknown(row.id(), attempt, "The answer is about something else.", now));
            case SubmitAnswer.NotSent n -> tell(new RecordNotSent(row.id(), attempt, n.proof(), now));
            case SubmitAnswer.Held h -> tell(new RecordUnknown(row.id(), attempt, h.where(), now));
            case SubmitAnswer.Unknown _
            when bank.capabilities().silenceMeansAccepted() -> tell(new RecordAccepted(row.id(), null, null, now));
            case SubmitAnswer.Unknown u -> tell(new RecordUnknown(row.id(), attempt, u.evidence(), now));
        }
    }

    /** Whatever does not help, is counted: after a day of that a person is called. */
    private void ask(Row row, Bank bank) {
        // What the bank speaks of though we never sent it counts from when it was ordered.
        var submittedAt = Objects.requireNonNullElse(row.submittedAt(), row.committedAt());
        var query =
                new StatusQuery(row.id().value(), Spelling.operation(row.order()), row.bankReference(), submittedAt);
        var helped = helped(row, bank, submittedAt, bank.query(query));
        if (!helped) {
            tell(new EscalateSilence(row.id(), row.looks() + 1, clock.instant()));
        }
    }

    private boolean helped(Row row, Bank bank, Instant submittedAt, StatusAnswer answer) {
        return switch (answer) {
            case StatusAnswer.Found found -> told(row, found.facts());
            case StatusAnswer.NotFound none -> notFound(row, bank, submittedAt, none);
            case StatusAnswer.QueryFailed _, StatusAnswer.Unsupported _ -> false;
        };
    }

    private boolean told(Row row, List<OfInstruction> said) {
        var state = row.state();
        for (var fact : said) {
            if (Facts.fits(row, fact) && Plausible.is(fact, clock.instant())) {
                state = facts.tell(row, fact).state().state();
            }
        }
        return state != row.state();
    }

    /** "I do not know it" proves something only when the bank would know it, and has had the time to. */
    private boolean notFound(Row row, Bank bank, Instant submittedAt, StatusAnswer.NotFound answer) {
        var now = clock.instant();
        var knows = answer.authoritative()
                || table.hasStatement(row.bank(), bank.hours().day(submittedAt));
        if (!knows || now.isBefore(known(row, bank, submittedAt))) {
            return false;
        }
        var proof = "The bank does not know it, %s after it was sent.".formatted(Duration.between(submittedAt, now));
        return commands.<BankInstruction>sendAndWait(new RecordNotSent(row.id(), row.attempts(), proof, now))
                        .state()
                        .state()
                != row.state();
    }

    /** From when on the bank must know it: after its grace, and past its cut-off. */
    private static Instant known(Row row, Bank bank, Instant submittedAt) {
        var grace = submittedAt.plus(bank.capabilities().inquiry().grace());
        var cutOff = bank.hours().known(Spelling.operation(row.order()), submittedAt);
        return grace.isAfter(cutOff) ? grace : cutOff;
    }

    private void tell(BankCommand command) {
        commands.sendAndWait(command);
    }
}
