package tallystick.bank.gateway.instruction;

import static tallystick.bank.gateway.instruction.State.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankCommand.RecordAccepted;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordNotSent;
import tallystick.bank.api.BankCommand.RecordRejected;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.bank.api.BankCommand.RecordUnknown;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.*;
import tallystick.bank.api.Order;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;

/**
 * One order to a bank. Money is never sent twice: it is sent only while it is proven that nothing happened. Money is
 * never unknown without somebody knowing: every doubt is asked about, and handed to a person after a day.
 *
 * @param attempts submissions started
 * @param since when it came into its state
 */
public record BankInstruction(
        InstructionId id,
        BankId bank,
        Order order,
        State state,
        int attempts,
        Instant committedAt,
        Instant since,
        Said said,
        Doubt doubt) {

    /**
     * What the bank said last that counted.
     *
     * @param sequence the bank's number of it
     * @param moved the amount that was confirmed
     */
    public record Said(
            @Nullable String bankReference,
            @Nullable Long sequence,
            @Nullable Money moved) {
        private Said and(@Nullable String reference, @Nullable Long number, @Nullable Money amount) {
            return new Said(
                    reference == null ? bankReference : reference,
                    number == null ? sequence : number,
                    amount == null ? moved : amount);
        }
    }

    /**
     * What is not clear about it.
     *
     * @param looks questions since the state was entered that did not help
     * @param handedOver whether a person was called
     * @param breaks what was found to be wrong, so that a repeat opens no second case
     */
    public record Doubt(int looks, boolean handedOver, List<String> breaks) {
        private Doubt looked(int number) {
            return new Doubt(number, handedOver, breaks);
        }

        private Doubt given() {
            return new Doubt(looks, true, breaks);
        }

        private Doubt with(String key) {
            var all = new ArrayList<>(breaks);
            all.add(key);
            return new Doubt(looks, handedOver, List.copyOf(all));
        }
    }

    static List<BankEvent> decide(BankCommand command, @Nullable BankInstruction known) {
        return switch (command) {
            case Instruct c
            when known == null -> List.of(new InstructionCommitted(c.target(), c.bank(), c.order(), c.at()));
            case Instruct c -> Sending.of(c, known).again(c);
            case StartSubmission c -> Sending.of(c, known).start(c);
            case RecordUnknown c -> Sending.of(c, known).unknown(c);
            case RecordNotSent c -> Sending.of(c, known).notSent(c);
            case EscalateSilence c -> Sending.of(c, known).silent(c);
            case RecordAccepted c -> BankWord.of(c, known).accepted(c);
            case RecordConfirmed c -> BankWord.of(c, known).confirmed(c);
            case RecordRejected c -> BankWord.of(c, known).rejected(c);
            case RecordReturned c -> BankWord.of(c, known).returned(c);
        };
    }

    /** Whether a person must be called, and was not. */
    boolean isOverdue(Instant at) {
        return !doubt.handedOver() && Duration.between(committedAt, at).compareTo(Polling.HANDED_OVER_AFTER) >= 0;
    }

    /** A break, unless this one is open already. */
    List<BankEvent> opened(String kind, @Nullable Object expected, Object found, Instant at) {
        return doubt.breaks().contains(Mismatch.key(kind, found.toString()))
                ? List.of()
                : List.of(new BreakOpened(id, bank, kind, String.valueOf(expected), found.toString(), at));
    }

    static BankInstruction after(@Nullable BankInstruction before, BankEvent event) {
        if (event instanceof InstructionCommitted(var id, var bank, var order, var at)) {
            return new BankInstruction(
                    id, bank, order, COMMITTED, 0, at, at, new Said(null, null, null), new Doubt(0, false, List.of()));
        }
        if (before == null) {
            throw new IllegalStateException("An instruction begins with InstructionCommitted; found " + event + ".");
        }
        return switch (event) {
            case InstructionCommitted _ -> before;
            case SubmissionStarted e -> before.with(SENT, e.attempt(), e.at(), before.said);
            case InstructionAccepted e -> before.told(ACCEPTED, e.at(), e.bankReference(), e.sequence(), null);
            case InstructionUnknown e -> before.told(UNKNOWN, e.at(), null, null, null);
            case InstructionNotSent e -> before.told(NOT_SENT, e.at(), null, null, null);
            case InstructionConfirmed e -> before.told(CONFIRMED, e.at(), e.bankReference(), e.sequence(), e.amount());
            case InstructionRejected e -> before.told(REJECTED, e.at(), e.bankReference(), e.sequence(), null);
            case InstructionReturned e -> before.told(RETURNED, e.at(), null, e.sequence(), null);
            case BreakOpened e -> before.doubting(before.doubt.with(Mismatch.key(e.kind(), e.found())));
            case SilenceEscalated e -> before.doubting(before.doubt.looked(e.query()));
            case DoubtHandedOver _ -> before.doubting(before.doubt.given());
        };
    }

    private BankInstruction told(
            State next, Instant at, @Nullable String reference, @Nullable Long number, @Nullable Money amount) {
        return with(next, attempts, at, said.and(reference, number, amount));
    }

    /** A new state has not been asked about. */
    private BankInstruction with(State next, int attempt, Instant at, Said word) {
        return new BankInstruction(id, bank, order, next, attempt, committedAt, at, word, doubt.looked(0));
    }

    private BankInstruction doubting(Doubt next) {
        return new BankInstruction(id, bank, order, state, attempts, committedAt, since, said, next);
    }
}
