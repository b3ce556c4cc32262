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
 * @param sequence the bank's number of the last fact that counted
 * @param looks questions since the state was entered that did not help
 * @param moved what was confirmed
 * @param handedOver whether a person was called
 * @param breaks what was found to be wrong, so that a repeat opens no second case
 */
public record BankInstruction(
        InstructionId id,
        BankId bank,
        Order order,
        State state,
        int attempts,
        @Nullable String bankReference,
        @Nullable Long sequence,
        int looks,
        Instant committedAt,
        Instant since,
        @Nullable Money moved,
        boolean handedOver,
        List<String> breaks) {

    /** Who owns a doubt that asking has not ended. */
    static final String OWNER = "operations";

    static List<BankEvent> decide(BankCommand command, @Nullable BankInstruction known) {
        if (command instanceof Instruct instruct) {
            return known == null
                    ? List.of(new InstructionCommitted(
                            instruct.target(), instruct.bank(), instruct.order(), instruct.at()))
                    : known.sameAgain(instruct);
        }
        var instruction = Refusals.existing(command, known);
        return switch (command) {
            case Instruct _ -> List.of();
            case StartSubmission c -> instruction.start(c);
            case RecordAccepted c -> instruction.accepted(c);
            case RecordUnknown c -> instruction.unknown(c);
            case RecordNotSent c -> instruction.notSent(c);
            case RecordConfirmed c -> instruction.confirmed(c);
            case RecordRejected c -> instruction.rejected(c);
            case RecordReturned c -> instruction.returned(c);
            case EscalateSilence c -> instruction.silent(c);
        };
    }

    private List<BankEvent> sameAgain(Instruct command) {
        if (!bank.equals(command.bank()) || !Orders.same(order, command.order())) {
            throw Refusals.differs(this);
        }
        return List.of();
    }

    /** Not a no-op when it comes twice: of two nodes, only the one whose command led to the event may send. */
    private List<BankEvent> start(StartSubmission command) {
        if (!state.isUnsent() || command.attempt() != attempts + 1) {
            throw Refusals.notDue(this, command.attempt());
        }
        var events = new ArrayList<BankEvent>();
        events.add(new SubmissionStarted(id, command.attempt(), command.at()));
        if (isOverdue(command.at())) {
            events.add(new DoubtHandedOver(id, bank, OWNER, command.at()));
        }
        return events;
    }

    private List<BankEvent> accepted(RecordAccepted command) {
        return switch (state) {
            case SENT, UNKNOWN ->
                List.of(new InstructionAccepted(id, command.bankReference(), command.sequence(), command.at()));
            case COMMITTED, NOT_SENT -> contradictsProof("accepted", command.at());
            case ACCEPTED, CONFIRMED, REJECTED, RETURNED -> List.of(); // Of a lower rank: told already.
        };
    }

    private List<BankEvent> unknown(RecordUnknown command) {
        return state == SENT && command.attempt() == attempts
                ? List.of(new InstructionUnknown(id, attempts, command.because(), command.at()))
                : List.of();
    }

    private List<BankEvent> notSent(RecordNotSent command) {
        if (command.attempt() != attempts) {
            return List.of();
        }
        return switch (state) {
            case SENT, UNKNOWN -> List.of(new InstructionNotSent(id, attempts, command.proof(), command.at()));
            case ACCEPTED -> opened("accepted-then-not-found", "the bank's answer", "not found", command.at());
            case COMMITTED, NOT_SENT, CONFIRMED, REJECTED, RETURNED -> List.of();
        };
    }

    private List<BankEvent> confirmed(RecordConfirmed command) {
        return switch (state) {
            case SENT, ACCEPTED, UNKNOWN -> checked(command);
            case COMMITTED, NOT_SENT -> contradictsProof("confirmed", command.at());
            case CONFIRMED ->
                command.amount().equals(moved)
                        ? List.of()
                        : opened("confirmed-differently", moved, command.amount(), command.at());
            case REJECTED -> opened("contradictory-final", REJECTED, CONFIRMED, command.at());
            // A confirmation that only arrives after the return it preceded has had its effect.
            case RETURNED ->
                isLater(command.sequence())
                        ? opened("contradictory-final", RETURNED, CONFIRMED, command.at())
                        : List.of();
        };
    }

    private List<BankEvent> checked(RecordConfirmed command) {
        var mismatch = Mismatch.of(order, command);
        return mismatch != null
                ? opened(mismatch.kind(), mismatch.expected(), mismatch.found(), command.at())
                : List.of(new InstructionConfirmed(
                        id,
                        bank,
                        order,
                        command.bankReference(),
                        command.sequence(),
                        command.amount(),
                        command.valueDate(),
                        command.terms(),
                        command.at()));
    }

    private List<BankEvent> rejected(RecordRejected command) {
        return switch (state) {
            case SENT, ACCEPTED, UNKNOWN ->
                List.of(new InstructionRejected(
                        id, bank, order, command.bankReference(), command.sequence(), command.reason(), command.at()));
            case COMMITTED, NOT_SENT -> contradictsProof("rejected", command.at());
            case REJECTED -> List.of();
            case CONFIRMED, RETURNED -> opened("contradictory-final", state, REJECTED, command.at());
        };
    }

    private List<BankEvent> returned(RecordReturned command) {
        return switch (state) {
            // What is returned was done before, even if nobody has said so yet.
            case SENT, ACCEPTED, UNKNOWN -> undone(command, order.amount());
            case CONFIRMED -> undone(command, moved == null ? order.amount() : moved);
            case COMMITTED, NOT_SENT -> contradictsProof("returned", command.at());
            case REJECTED -> opened("contradictory-final", REJECTED, RETURNED, command.at());
            case RETURNED -> List.of();
        };
    }

    private List<BankEvent> undone(RecordReturned command, Money atMost) {
        return Mismatch.isWithin(command.amount(), atMost)
                ? List.of(new InstructionReturned(
                        id,
                        bank,
                        order,
                        command.sequence(),
                        command.amount(),
                        command.reason(),
                        command.valueDate(),
                        command.at()))
                : opened("returned-amount", atMost, command.amount(), command.at());
    }

    private List<BankEvent> silent(EscalateSilence command) {
        if (!state.isWaiting() || command.query() != looks + 1) {
            return List.of();
        }
        var events = new ArrayList<BankEvent>();
        events.add(
                new SilenceEscalated(id, command.query(), Polling.next(command.query(), command.at()), command.at()));
        if (isOverdue(command.at())) {
            events.add(new DoubtHandedOver(id, bank, OWNER, command.at()));
        }
        return events;
    }

    private boolean isOverdue(Instant at) {
        return !handedOver && Duration.between(committedAt, at).compareTo(Polling.HANDED_OVER_AFTER) >= 0;
    }

    private boolean isLater(@Nullable Long other) {
        return sequence != null && other != null && other > sequence;
    }

    /** We had proof that nothing happened, and the bank speaks of it: nothing is sent any more, the bank is asked. */
    private List<BankEvent> contradictsProof(String word, Instant at) {
        var events = new ArrayList<>(opened("not-sent-but-" + word, state, word, at));
        events.add(new InstructionUnknown(id, attempts, "The bank speaks of what was not sent.", at));
        return events;
    }

    /** @param expected what we had; also says by its text that two breaks are the same */
    private List<BankEvent> opened(String kind, @Nullable Object expected, Object found, Instant at) {
        return breaks.contains(Mismatch.key(kind, found.toString()))
                ? List.of()
                : List.of(new BreakOpened(id, bank, kind, String.valueOf(expected), found.toString(), at));
    }

    static BankInstruction after(@Nullable BankInstruction before, BankEvent event) {
        if (event instanceof InstructionCommitted e) {
            return new BankInstruction(
                    e.instruction(),
                    e.bank(),
                    e.order(),
                    COMMITTED,
                    0,
                    null,
                    null,
                    0,
                    e.at(),
                    e.at(),
                    null,
                    false,
                    List.of());
        }
        if (before == null) {
            throw new IllegalStateException("An instruction begins with InstructionCommitted; found " + event + ".");
        }
        return switch (event) {
            case InstructionCommitted _ -> before;
            case SubmissionStarted e -> before.now(SENT, e.at()).attempt(e.attempt());
            case InstructionAccepted e -> before.now(ACCEPTED, e.at()).told(e.bankReference(), e.sequence());
            case InstructionUnknown e -> before.now(UNKNOWN, e.at());
            case InstructionNotSent e -> before.now(NOT_SENT, e.at());
            case InstructionConfirmed e ->
                before.now(CONFIRMED, e.at())
                        .told(e.bankReference(), e.sequence())
                        .moved(e.amount());
            case InstructionRejected e -> before.now(REJECTED, e.at()).told(e.bankReference(), e.sequence());
            case InstructionReturned e -> before.now(RETURNED, e.at()).told(null, e.sequence());
            case BreakOpened e -> before.withBreak(Mismatch.key(e.kind(), e.found()));
            case SilenceEscalated e -> before.looked(e.query());
            case DoubtHandedOver _ -> before.given();
        };
    }

    private BankInstruction now(State next, Instant at) {
        return new BankInstruction(
                id,
                bank,
                order,
                next,
                attempts,
                bankReference,
                sequence,
                0,
                committedAt,
                at,
                moved,
                handedOver,
                breaks);
    }

    private BankInstruction attempt(int number) {
        return new BankInstruction(
                id,
                bank,
                order,
                state,
                number,
                bankReference,
                sequence,
                looks,
                committedAt,
                since,
                moved,
                handedOver,
                breaks);
    }

    private BankInstruction told(@Nullable String reference, @Nullable Long number) {
        return new BankInstruction(
                id,
                bank,
                order,
                state,
                attempts,
                reference == null ? bankReference : reference,
                number == null ? sequence : number,
                looks,
                committedAt,
                since,
                moved,
                handedOver,
                breaks);
    }

    private BankInstruction moved(Money amount) {
        return new BankInstruction(
                id,
                bank,
                order,
                state,
                attempts,
                bankReference,
                sequence,
                looks,
                committedAt,
                since,
                amount,
                handedOver,
                breaks);
    }

    private BankInstruction looked(int number) {
        return new BankInstruction(
                id,
                bank,
                order,
                state,
                attempts,
                bankReference,
                sequence,
                number,
                committedAt,
                since,
                moved,
                handedOver,
                breaks);
    }

    private BankInstruction given() {
        return new BankInstruction(
                id,
                bank,
                order,
                state,
                attempts,
                bankReference,
                sequence,
                looks,
                committedAt,
                since,
                moved,
                true,
                breaks);
    }

    private BankInstruction withBreak(String key) {
        var all = new ArrayList<>(breaks);
        all.add(key);
        return new BankInstruction(
                id,
                bank,
                order,
                state,
                attempts,
                bankReference,
                sequence,
                looks,
                committedAt,
                since,
                moved,
                handedOver,
                List.copyOf(all));
    }
}
