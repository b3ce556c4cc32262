package tallystick.bank.gateway.instruction;

import static tallystick.bank.gateway.instruction.State.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.ApproveResolution;
import tallystick.bank.api.BankCommand.ConfirmUnsent;
import tallystick.bank.api.BankCommand.EndUnsent;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.HoldInstruction;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankCommand.ProposeResolution;
import tallystick.bank.api.BankCommand.RecordAccepted;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordNotSent;
import tallystick.bank.api.BankCommand.RecordReconciled;
import tallystick.bank.api.BankCommand.RecordRejected;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.bank.api.BankCommand.RecordUnknown;
import tallystick.bank.api.BankCommand.Resolution;
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
 * @param owedSince from when it could have been done: its order, or the opening of a bank that was closed
 * @param since when it came into its state
 * @param unwanted whether somebody wants it stopped; that wish outlives its cancel
 */
public record BankInstruction(
        InstructionId id,
        BankId bank,
        Order order,
        State state,
        int attempts,
        Instant owedSince,
        Instant since,
        Said said,
        Doubt doubt,
        boolean unwanted) {

    /**
     * What the bank said last that counted.
     *
     * @param sequence the bank's number of it
     * @param moved the amount that was confirmed
     * @param onStatement the bank's references of what its statements show
     */
    public record Said(
            @Nullable String bankReference,
            @Nullable Long sequence,
            @Nullable Money moved,
            List<String> onStatement) {
        static final Said NOTHING = new Said(null, null, null, List.of());

        private Said shown(String booking) {
            return new Said(
                    bankReference,
                    sequence,
                    moved,
                    Stream.concat(onStatement.stream(), Stream.of(booking)).toList());
        }

        private Said and(@Nullable String reference, @Nullable Long number, @Nullable Money amount) {
            return new Said(
                    reference == null ? bankReference : reference,
                    number == null ? sequence : number,
                    amount == null ? moved : amount,
                    onStatement);
        }
    }

    /**
     * What is not clear about it.
     *
     * @param looks questions since the state was entered that did not help
     * @param handedOver whether a person was called
     * @param breaks what was found to be wrong, so that a repeat opens no second case
     * @param proposed what a person says became of it; waits for another person
     */
    public record Doubt(
            int looks,
            boolean handedOver,
            List<String> breaks,
            @Nullable Proposed proposed) {
        static final Doubt NONE = new Doubt(0, false, List.of(), null);

        private Doubt looked(int number) {
            return new Doubt(number, handedOver, breaks, proposed);
        }

        private Doubt given() {
            return new Doubt(looks, true, breaks, proposed);
        }

        private Doubt with(String key) {
            return new Doubt(
                    looks,
                    handedOver,
                    Stream.concat(breaks.stream(), Stream.of(key)).toList(),
                    proposed);
        }

        private Doubt with(Proposed next) {
            return new Doubt(looks, handedOver, breaks, next);
        }

        /** Should doubt come back, a person is called again. */
        private Doubt settled(Proposed next) {
            return new Doubt(looks, false, breaks, next);
        }
    }

    /**
     * What one person says became of it.
     *
     * @param approvedBy the other person; null until there is one
     */
    public record Proposed(
            Resolution resolution, String by, @Nullable String approvedBy) {}

    static List<BankEvent> decide(BankCommand command, @Nullable BankInstruction known) {
        return switch (command) {
            case Instruct c
            when known == null -> List.of(new InstructionCommitted(c.target(), c.bank(), c.order(), c.at()));
            case Instruct c -> Sending.of(c, known).again(c);
            case StartSubmission c -> Sending.of(c, known).start(c);
            case RecordUnknown c -> Sending.of(c, known).unknown(c);
            case RecordNotSent c -> Sending.of(c, known).notSent(c);
            case HoldInstruction c -> Sending.of(c, known).held(c);
            case EndUnsent c -> Sending.of(c, known).ended(c);
            case ConfirmUnsent c -> Sending.of(c, known).stopped(c);
            case ProposeResolution c -> ByHand.of(c, known).proposed(c);
            case ApproveResolution c -> ByHand.of(c, known).approved(c);
            case EscalateSilence c -> Sending.of(c, known).silent(c);
            case RecordAccepted c -> BankWord.of(c, known).accepted(c);
            case RecordConfirmed c -> BankWord.of(c, known).confirmed(c);
            case RecordRejected c -> BankWord.of(c, known).rejected(c);
            case RecordReconciled c -> BankWord.of(c, known).reconciled(c);
            case RecordReturned c -> BankWord.of(c, known).returned(c);
        };
    }

    /** Whether a person may say what became of it: the bank has had its chance, or has said what cannot be. */
    boolean isInDoubt() {
        return !state.isFinal()
                && (state == UNKNOWN || doubt.handedOver() || !doubt.breaks().isEmpty());
    }

    /** Whether a person must be called, and was not. */
    boolean isOverdue(Instant at) {
        return !doubt.handedOver() && Duration.between(owedSince, at).compareTo(Polling.HANDED_OVER_AFTER) >= 0;
    }

    /** A break, unless this one is open already. */
    List<BankEvent> opened(String kind, @Nullable Object expected, Object found, Instant at) {
        return doubt.breaks().contains(Mismatch.key(kind, found.toString()))
                ? List.of()
                : List.of(new BreakOpened(id, bank, kind, String.valueOf(expected), found.toString(), at));
    }

    static BankInstruction after(@Nullable BankInstruction before, BankEvent event) {
        if (event instanceof InstructionCommitted(var id, var bank, var order, var at)) {
            return new BankInstruction(id, bank, order, COMMITTED, 0, at, at, Said.NOTHING, Doubt.NONE, false);
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
            case InstructionRejected e -> before.rejected(e);
            case InstructionReturned e -> before.told(RETURNED, e.at(), null, e.sequence(), null);
            case InstructionReconciled e ->
                before.with(before.state, before.attempts, before.since, before.said.shown(e.reference()));
            case BreakOpened e -> before.doubting(before.doubt.with(Mismatch.key(e.kind(), e.found())));
            case SilenceEscalated e -> before.doubting(before.doubt.looked(e.query()));
            case DoubtHandedOver _ -> before.doubting(before.doubt.given());
            case InstructionHeld e -> before.owed(e.until());
            case ResolutionProposed e -> before.doubting(before.doubt.with(new Proposed(e.resolution(), e.by(), null)));
            case ResolutionApproved e ->
                before.owed(e.at())
                        .doubting(before.doubt.settled(new Proposed(e.resolution(), e.proposedBy(), e.approvedBy())));
            case CancelAsked _ -> before.notWanted();
        };
    }

    private BankInstruction told(
            State next, Instant at, @Nullable String reference, @Nullable Long number, @Nullable Money amount) {
        return with(next, attempts, at, said.and(reference, number, amount));
    }

    /** A new state has not been asked about. */
    private BankInstruction with(State next, int attempt, Instant at, Said word) {
        return new BankInstruction(id, bank, order, next, attempt, owedSince, at, word, doubt.looked(0), unwanted);
    }

    private BankInstruction owed(Instant from) {
        return new BankInstruction(id, bank, order, state, attempts, from, since, said, doubt, unwanted);
    }

    private BankInstruction doubting(Doubt next) {
        return new BankInstruction(id, bank, order, state, attempts, owedSince, since, said, next, unwanted);
    }

    private BankInstruction rejected(InstructionRejected e) {
        var told = told(REJECTED, e.at(), e.bankReference(), e.sequence(), null);
        return e.reason().equals(Sending.CANCELLED) ? told.notWanted() : told;
    }

    /** Whether it came to nothing, as was wanted. */
    boolean isCancelled() {
        return unwanted && state == REJECTED;
    }

    private BankInstruction notWanted() {
        return new BankInstruction(id, bank, order, state, attempts, owedSince, since, said, doubt, true);
    }
}
