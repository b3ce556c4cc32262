package tallystick.bank.gateway.instruction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.BankCommand;
import tallystick.bank.api.BankCommand.ApproveResolution;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.bank.api.BankCommand.EscalateSilence;
import tallystick.bank.api.BankCommand.HoldInstruction;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankCommand.Outcome;
import tallystick.bank.api.BankCommand.ProposeResolution;
import tallystick.bank.api.BankCommand.RecordAccepted;
import tallystick.bank.api.BankCommand.RecordConfirmed;
import tallystick.bank.api.BankCommand.RecordNotSent;
import tallystick.bank.api.BankCommand.RecordRejected;
import tallystick.bank.api.BankCommand.RecordReturned;
import tallystick.bank.api.BankCommand.RecordUnknown;
import tallystick.bank.api.BankCommand.Resolution;
import tallystick.bank.api.BankCommand.StartSubmission;
import tallystick.bank.api.BankEvent;
import tallystick.bank.api.BankEvent.InstructionCommitted;
import tallystick.bank.api.BankEvent.SubmissionStarted;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** One instruction and its history, in the words of a test: given these events, when that command, then those events. */
final class Given {
    static final InstructionId ID = new InstructionId("instr-1");
    static final BankId BANK = new BankId("sandbox");
    static final Money ORDERED = cny("12000.00");
    static final Instant AT = Instant.parse("2026-01-02T01:02:03Z");
    static final LocalDate DAY = LocalDate.parse("2026-01-02");
    static final Order PAY_OUT =
            new Order.PayOut(new ApplicationId("app-1"), new LoanId("loan-1"), 1, ORDERED, sealed("a"), "a loan");
    static final Order COLLECT = new Order.Collect(new LoanId("loan-1"), ORDERED, DAY, sealed("a"));
    static final Order CREDIT = new Order.RequestCredit(
            new ApplicationId("app-1"), "sandbox-cash", ORDERED, Rate.of("0.12"), 3, sealed("a"));

    private @Nullable BankInstruction state;
    private final List<BankEvent> happened = new ArrayList<>();

    private Given() {}

    static Given nothing() {
        return new Given();
    }

    static Given committed(Order order) {
        return nothing().and(new InstructionCommitted(ID, BANK, order, AT));
    }

    static Given sent(Order order) {
        return committed(order).and(new SubmissionStarted(ID, 1, AT));
    }

    /** A payout on its way. */
    static Given sent() {
        return sent(PAY_OUT);
    }

    Given and(BankEvent... events) {
        for (var event : events) {
            state = BankInstruction.after(state, event);
            happened.add(event);
        }
        return this;
    }

    Given and(BankCommand command) {
        when(command);
        return this;
    }

    /** Decides, remembers, and gives what happened. */
    List<BankEvent> when(BankCommand command) {
        var events = BankInstruction.decide(command, state);
        and(events.toArray(BankEvent[]::new));
        return events;
    }

    BankInstruction state() {
        return java.util.Objects.requireNonNull(state);
    }

    List<BankEvent> happened() {
        return List.copyOf(happened);
    }

    static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    static Sealed sealed(String bytes) {
        return new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, bytes.getBytes(StandardCharsets.UTF_8));
    }

    static Instruct instruct(Order order) {
        return new Instruct(ID, BANK, order, AT);
    }

    static StartSubmission start(int attempt) {
        return new StartSubmission(ID, attempt, AT);
    }

    static RecordAccepted accepted() {
        return new RecordAccepted(ID, "SB-1", 1L, AT);
    }

    static RecordUnknown unknown(int attempt) {
        return new RecordUnknown(ID, attempt, "a timeout", AT);
    }

    static RecordNotSent notSent(int attempt) {
        return new RecordNotSent(ID, attempt, "no connection", AT);
    }

    static RecordConfirmed confirmed(Money amount) {
        return confirmed(amount, 2L);
    }

    static RecordConfirmed confirmed(Money amount, @Nullable Long sequence) {
        return new RecordConfirmed(ID, "SB-1", sequence, amount, true, DAY, null, AT);
    }

    static RecordConfirmed confirmedOn(BankTerms terms, Money amount) {
        return new RecordConfirmed(ID, "SB-1", 2L, amount, null, DAY, terms, AT);
    }

    static RecordConfirmed confirmedForAnotherPayee() {
        return new RecordConfirmed(ID, "SB-1", 2L, ORDERED, false, DAY, null, AT);
    }

    static RecordRejected rejected() {
        return new RecordRejected(ID, "SB-1", 3L, "NO_SUCH_ACCOUNT", AT);
    }

    static RecordReturned returned(Money amount) {
        return new RecordReturned(ID, "SB-1", 4L, amount, "ACCOUNT_CLOSED", DAY, AT);
    }

    static EscalateSilence silence(int query, Instant at) {
        return new EscalateSilence(ID, query, at);
    }

    static ProposeResolution proposes(String who, Outcome outcome, @Nullable Money amount) {
        return new ProposeResolution(ID, new Resolution(outcome, DAY, amount, "statement, line 17"), who, AT);
    }

    ApproveResolution agrees(String who) {
        return new ApproveResolution(ID, ByHand.hash(state()), who, AT);
    }

    static HoldInstruction hold(Instant until) {
        return new HoldInstruction(ID, until, "The bank is closed for this.", AT);
    }
}
