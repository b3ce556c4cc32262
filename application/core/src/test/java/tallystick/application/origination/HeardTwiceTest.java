package tallystick.application.origination;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.application.Together.APP;
import static tallystick.application.Together.LEAD;
import static tallystick.application.Together.LOAN;
import static tallystick.application.Together.NOW;
import static tallystick.application.Together.PARTNER;
import static tallystick.application.Together.SEALED;
import static tallystick.application.Together.STANDBY;
import static tallystick.application.Together.SUBMITTED;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.application.Memory;
import tallystick.application.Together;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.application.api.Considered.Share;
import tallystick.application.lifecycle.State;
import tallystick.application.lines.LineDoor;
import tallystick.application.lines.LinesInMemory;
import tallystick.application.placement.Placements;
import tallystick.application.placement.PlacementsInMemory;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.Order;
import tallystick.kernel.Addressed;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Query;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.ReducePayout;
import tallystick.loan.api.LoanCommand.ReplaceLender;
import tallystick.loan.api.PayoutLegs;
import tallystick.loan.api.PayoutLegs.Leg;
import tallystick.loan.api.PayoutLegs.Progress;
import tallystick.runtime.queries.Queries;

/** A node that dies after a step and before it has noted so makes it again; then nothing more comes of it. */
class HeardTwiceTest {
    private static final InstantSource CLOCK = () -> NOW;
    private static final Money NOTHING = Money.zero(LEAD.amount().currency());
    private static final List<Share> SMALLER = List.of(LEAD.lending(BigDecimal.ONE));
    private static final TakePayoutFailed FAILED = new TakePayoutFailed(APP, LOAN, "closed", NOW, 2);
    private static final SmallerLoanAgreed AGREED =
            new SmallerLoanAgreed(APP, LOAN, 2, "new", List.of("scan"), "paul", NOW);

    private static Memory lent(Together application) {
        var memory = new Memory(application.now());
        memory.lent(LEAD);
        memory.lent(PARTNER);
        memory.line(STANDBY);
        return memory;
    }

    private static LineDoor door(Memory memory) {
        return LinesInMemory.door(memory.commands(), CLOCK);
    }

    private static Lenders lenders(Memory memory) {
        return new Lenders(memory, memory.commands(), door(memory), CLOCK);
    }

    private static List<String> targets(List<Addressed> sent) {
        return sent.stream().map(command -> command.target().value()).toList();
    }

    private static OneSaga<Standby> called(Memory memory) {
        var called = new StandbyCalled(APP, LOAN, 1, 2, STANDBY, "closed", NOW);
        var placements = PlacementsInMemory.of(memory, memory.commands(), door(memory), CLOCK);
        return new OneSaga<>(new Standby())
                .step(saga -> saga.on(called, memory.commands(), placements, lenders(memory)));
    }

    private static InstructionConfirmed confirmed() {
        return new InstructionConfirmed(
                Placements.standIn(APP, 1),
                STANDBY.bank(),
                new Order.Cancel(new InstructionId("instr-9"), STANDBY.amount()),
                null,
                null,
                STANDBY.amount(),
                LocalDate.parse("2026-01-02"),
                null,
                NOW);
    }

    @Test
    void whoStandsByTakesTheShareOnce() {
        var memory = lent(Together.stoodBy());
        memory.commands().sendAndWait(FAILED);
        var first = called(memory);
        var again = called(memory);
        assertThat(targets(memory.toOthers()))
                .as("one order for ever")
                .hasSize(2)
                .containsOnly("" + confirmed().instruction());
        first.step(saga -> saga.on(confirmed(), memory.commands(), CLOCK, lenders(memory)));
        assertThat(memory.toOthers()).hasExactlyElementsOfTypes(ReplaceLender.class, Instruct.class);
        again.step(saga -> saga.on(confirmed(), memory.commands(), CLOCK, lenders(memory)));
        assertThat(memory.toOthers()).isEmpty();
        assertThat(again.isOver()).isTrue();
        assertThat(memory.used(PARTNER.fundingLine())).isEqualTo(NOTHING);
        assertThat(memory.used(STANDBY.fundingLine())).isEqualTo(STANDBY.amount());
        assertThat(memory.application().contractedAttempt().stoodIn()).isEqualTo(STANDBY.bank());
    }

    @Test
    void whoStandsByAndIsSilentIsToldToStopOnce() {
        var memory = lent(Together.stoodBy());
        memory.commands().sendAndWait(FAILED);
        var saga = called(memory);
        memory.toOthers();
        var unknown = new StandbyUnknown(APP, LOAN, 1, 2, NOW);
        saga.step(standby -> standby.on(unknown, lenders(memory)))
                .step(standby -> standby.on(unknown, lenders(memory)));
        assertThat(targets(memory.toOthers()).stream().distinct()).hasSize(1);
        assertThat(memory.used(STANDBY.fundingLine()))
                .as("its silence frees nothing")
                .isEqualTo(STANDBY.amount());
        saga.step(standby -> standby.on(confirmed(), memory.commands(), CLOCK, lenders(memory)));
        assertThat(memory.toOthers()).as("its late yes lends nothing").hasExactlyElementsOfTypes(Instruct.class);
        assertThat(memory.used(STANDBY.fundingLine())).isEqualTo(NOTHING);
        assertThat(memory.application().state()).isEqualTo(State.PAYOUT_FAILED);
    }

    private static Memory agreed() {
        var application = Together.alone();
        application.when(FAILED);
        application.given(
                new SmallerLoanOffered(APP, LOAN, Together.offer(2, "8400.00"), SMALLER, "west is out", "olga", NOW),
                AGREED);
        return lent(application);
    }

    private static OneSaga<Origination> origination(Memory memory) {
        var saga = new OneSaga<>(new Origination()).step(one -> one.on(SUBMITTED, memory.commands()));
        memory.toOthers();
        return saga;
    }

    @Test
    void whatIsAgreedToBecomesTheLoanOnce() {
        var memory = agreed();
        origination(memory).step(saga -> saga.on(AGREED, lenders(memory)));
        assertThat(memory.toOthers()).hasExactlyElementsOfTypes(ReducePayout.class, Instruct.class);
        assertThat(memory.application().contracted().nr()).isEqualTo(2);
        assertThat(memory.used(PARTNER.fundingLine())).isEqualTo(NOTHING);
        assertThat(memory.used(LEAD.fundingLine())).isEqualTo(LEAD.amount());
        origination(memory).step(saga -> saga.on(AGREED, lenders(memory)));
        assertThat(memory.toOthers()).isEmpty();
    }

    @Test
    void whatTheLoanDoesNotTakeChangesNothing() {
        var memory = agreed();
        var saga = origination(memory);
        memory.refuse(true);
        saga.step(one -> one.on(AGREED, lenders(memory))).step(one -> one.on(AGREED, lenders(memory)));
        assertThat(memory.toOthers()).hasExactlyElementsOfTypes(ReducePayout.class);
        assertThat(memory.application().state()).isEqualTo(State.PAYOUT_FAILED);
        assertThat(memory.application().contracted().nr()).isEqualTo(1);
        assertThat(memory.used(PARTNER.fundingLine())).isEqualTo(PARTNER.amount());
        memory.refuse(false);
        var approved = new PayeeApproved(APP, LOAN, SEALED, "olga", "paul", NOW);
        var payees = new Payees(memory, new OneLoan(), lenders(memory), CLOCK);
        saga.step(one -> one.on(approved, memory.commands(), payees));
        assertThat(memory.toOthers())
                .as("what was not paid is paid again")
                .singleElement()
                .isInstanceOfSatisfying(
                        CorrectPayee.class,
                        correct -> assertThat(correct.payee().amount()).isEqualTo(PARTNER.amount()));
    }

    /** Its first leg is paid, its second is not. */
    private static final class OneLoan implements Queries {
        @Override
        @SuppressWarnings("unchecked")
        public <A> A ask(Query<A> query) {
            return (A) new PayoutLegs.Answer(List.of(leg(1, LEAD, Progress.PAID), leg(2, PARTNER, Progress.REJECTED)));
        }

        private static Leg leg(int nr, Share share, Progress progress) {
            return new Leg(nr, share.bank(), share.amount(), progress, PayoutLegs.order(LOAN, nr, 1), null);
        }
    }

    @Test
    void whatWasPaidIsAskedBackByOneOrder() {
        var application = Together.alone();
        application.when(FAILED);
        var recall = new Recall(LEAD.bank(), new InstructionId("instr-8"), LEAD.amount(), new InstructionId("instr-9"));
        var asked = new AskedBack(APP, LOAN, List.of(recall), NOW);
        application.given(new CancellationAsked(APP, LOAN, "no car", "olga", NOW), asked);
        var memory = lent(application);
        var saga = new OneSaga<>(new Recalls())
                .step(one -> one.on(asked, memory.commands()))
                .step(one -> one.on(asked, memory.commands()));
        assertThat(targets(memory.toOthers())).containsExactly("instr-9", "instr-9");
        var no = new InstructionRejected(
                recall.instruction(),
                LEAD.bank(),
                new Order.Cancel(recall.order(), LEAD.amount()),
                null,
                null,
                "TOO_LATE",
                NOW);
        saga.step(one -> one.on(no, memory.commands(), CLOCK)).step(one -> one.on(no, memory.commands(), CLOCK));
        assertThat(memory.application().state()).isEqualTo(State.PAYOUT_FAILED);
        assertThat(memory.application().recalls()).isEmpty();
        assertThat(memory.toOthers()).isEmpty();
    }
}
