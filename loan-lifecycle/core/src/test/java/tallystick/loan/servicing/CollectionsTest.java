package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Change;
import tallystick.loan.api.Channel;
import tallystick.loan.api.ContactPolicy;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.*;
import tallystick.loan.api.LoanCommand.OrderDebit;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.*;
import tallystick.loan.api.LoanEvent.DebitOrdered;
import tallystick.loan.api.Payee;

/** Getting a loan paid: debits under a mandate, reminders, promises, and contacts within the policy. */
class CollectionsTest {
    private static final ContactPolicy POLICY = new ContactPolicy(LocalTime.of(8, 0), LocalTime.of(22, 0), 2, 7);
    private final GivenLoan given = GivenLoan.active();

    private List<LoanEvent> contacts(String id, int hour) {
        return given.when(
                new NoteContact(LOAN, id, Channel.CALL, "no answer", LocalTime.of(hour, 0), POLICY, "ann", NOW));
    }

    @Test
    void underAMandateWhatFallsDueIsDebitedOnce() {
        assertThat(given.closes("2026-02-01")).isEmpty();
        given.when(new RegisterMandate(LOAN, "M-1", "ann", NOW));
        assertThat(given.when(new RegisterMandate(LOAN, "M-1", "ann", NOW))).isEmpty();
        assertThat(given.closes("2026-02-01")).hasExactlyElementsOfTypes(DebitInstructed.class);
        assertThat(((DebitInstructed) given.last()).amount()).isEqualTo(cny("4079.17"));
        assertThat(given.closes("2026-02-01")).isEmpty();
        given.closes("2026-02-02");
        assertThat(given.closes("2026-03-01")).anyMatch(DebitInstructed.class::isInstance);
    }

    @Test
    void aHoldAndACancelledMandateStopDebits() {
        given.when(new RegisterMandate(LOAN, "M-1", "ann", NOW));
        given.when(new HoldLoan(LOAN, HoldReason.DECEASED, "note", "ann", NOW));
        assertThat(given.closes("2026-02-01")).isEmpty();
        given.when(new LiftHold(LOAN, "note", "eve", NOW));
        given.when(new CancelMandate(LOAN, "closed", "ann", NOW));
        assertThat(given.closes("2026-02-01")).isEmpty();
        assertThat(given.when(new CancelMandate(LOAN, "closed", "ann", NOW))).isEmpty();
    }

    private static String named(GivenLoan loan, String id, Sealed account) {
        loan.when(new ProposeChange(
                LOAN, id, new Change.NameAccount(account), "seen", cny("0.00"), START, START, "ann", NOW));
        return loan.loan().proposal(id).orElseThrow().hash();
    }

    /** It was given for the other one. */
    @Test
    void anotherAccountEndsTheMandate() {
        given.when(new RegisterMandate(LOAN, "M-1", "ann", NOW));
        var hash = named(given, "c1", GivenLoan.payee("new").account());
        assertThat(given.when(new ApproveChange(LOAN, "c1", hash, START, "bob", NOW)))
                .hasExactlyElementsOfTypes(ChangeApproved.class, MandateCancelled.class);
        assertThat(given.closes("2026-02-01")).noneMatch(DebitInstructed.class::isInstance);
    }

    @Test
    void whoApprovesAnAccountApprovesThatOne() {
        var one = named(GivenLoan.active(), "c1", GivenLoan.payee("one").account());
        assertThat(named(GivenLoan.active(), "c1", GivenLoan.payee("two").account()))
                .isNotEqualTo(one);
    }

    private List<LoanEvent> ordered(String id, String amount) {
        var day = LocalDate.parse("2026-02-01");
        return given.when(new OrderDebit(LOAN, new InstructionId(id), cny(amount), day, day, "ann", NOW));
    }

    @Test
    void openDebitsTogetherBringNoMoreThanIsOwed() {
        assertThat(ordered("instr-1", "8000.00")).hasExactlyElementsOfTypes(DebitOrdered.class);
        assertThat(ordered("instr-1", "8000.00")).as("a repeat").isEmpty();
        assertThatThrownBy(() -> ordered("instr-2", "4122.31"))
                .hasMessage("Expected debits of at most CNY 12122.30, which loan loan-1 owes, of which CNY 8000.00 are"
                        + " under way; found CNY 4122.31 more. Ask for less.");
        given.when(new NoteFailedDebit(LOAN, new InstructionId("instr-1"), "no funds", NOW));
        assertThat(ordered("instr-2", "12000.00")).hasExactlyElementsOfTypes(DebitOrdered.class);
        given.repaid("instr-2", "2026-02-01", "500.00");
        assertThat(ordered("instr-3", "11600.00"))
                .as("what was collected in part")
                .isNotEmpty();
    }

    @Test
    void aCloseDebitsWhatNoOpenDebitBrings() {
        given.when(new RegisterMandate(LOAN, "M-1", "ann", NOW));
        ordered("instr-1", "4000.00");
        given.closes("2026-02-01");
        assertThat(((DebitInstructed) given.last()).amount()).isEqualTo(cny("79.17"));
    }

    @Test
    void anAccountOfADealerIsNeverDebited() {
        var payee = GivenLoan.payee("dealer");
        var car = GivenLoan.booked(List.of(new Payee(1, payee.account(), payee.amount(), Payee.DEALER)));
        car.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        var words = "nobody else's account is debited";
        assertThatThrownBy(() -> car.when(new RegisterMandate(LOAN, "M-1", "ann", NOW)))
                .hasMessageContaining(words);
        var order = new OrderDebit(LOAN, new InstructionId("instr-1"), cny("100.00"), START, START, "ann", NOW);
        assertThatThrownBy(() -> car.when(order)).hasMessageContaining(words);
    }

    @Test
    void anAccountThatTwoPeopleNamedIsDebitedInstead() {
        var dealer = GivenLoan.payee("dealer").account();
        var car = GivenLoan.booked(List.of(new Payee(1, dealer, cny("12000.00"), Payee.DEALER)));
        car.when(new ConfirmPayout(LOAN, 1, 1, START, START, NOW));
        var own = GivenLoan.payee("borrower").account();
        car.when(new ProposeChange(
                LOAN, "c1", new Change.NameAccount(own), "seen", cny("0.00"), START, START, "ann", NOW));
        assertThatThrownBy(() -> car.when(new RegisterMandate(LOAN, "M-1", "ann", NOW)))
                .as("one person alone")
                .hasMessageContaining("Name an account of the borrower at accounts first, by two people.");
        var hash = car.loan().proposal("c1").orElseThrow().hash();
        car.when(new ApproveChange(LOAN, "c1", hash, START, "bob", NOW));
        car.when(new RegisterMandate(LOAN, "M-1", "ann", NOW));
        car.closes("2026-02-01");
        assertThat(car.last())
                .isInstanceOfSatisfying(
                        DebitInstructed.class,
                        debit -> assertThat(debit.account()).isEqualTo(own));
    }

    @Test
    void aFailedDebitIsRememberedOnce() {
        var id = new InstructionId("instr-1");
        assertThat(given.when(new NoteFailedDebit(LOAN, id, "no funds", NOW)))
                .hasExactlyElementsOfTypes(DebitFailed.class);
        assertThat(given.when(new NoteFailedDebit(LOAN, id, "no funds", NOW))).isEmpty();
        given.closes("2026-02-02");
        var task = java.util.Objects.requireNonNull(Tasks.of(given.loan()));
        assertThat(task.what()).isEqualTo("ASK_WHY_DEBIT_FAILED");
    }

    @Test
    void remindersComeOnTheirDaysAndBeginAnewOnceNothingIsLate() {
        given.closes("2026-02-02");
        assertThat(given.closes("2026-02-03")).isEmpty();
        assertThat(given.closes("2026-02-04")).hasExactlyElementsOfTypes(ReminderDue.class);
        assertThat(given.closes("2026-02-04")).isEmpty();
        given.repaid("a", "2026-02-05", "4079.17");
        given.closes("2026-02-05");
        assertThat(given.loan().care().collecting().reminders()).isZero();
    }

    @Test
    void aPromiseIsKeptOrBrokenAndWaitedForMeanwhile() {
        given.closes("2026-02-02");
        promises("p", "4079.17", "2026-02-10");
        assertThat(given.closes("2026-02-04"))
                .as("no reminder while a promise is open")
                .isEmpty();
        assertThatThrownBy(() -> promises("q", "1.00", "2026-02-11"))
                .hasMessage(
                        "Expected no promise to be open; one of CNY 4079.17 by 2026-02-10 is. Wait until it is kept or"
                                + " broken.");
        assertThat(promises("p", "4079.17", "2026-02-10")).as("a repeat").isEmpty();
        given.repaid("a", "2026-02-09", "4000.00");
        given.closes("2026-02-11");
        assertThat(given.loan().care().collecting().promise()).isNull();
        promises("r", "50.00", "2026-02-12");
        given.repaid("b", "2026-02-12", "79.17");
        assertThat(given.closes("2026-02-13")).anyMatch(PromiseKept.class::isInstance);
    }

    private List<LoanEvent> promises(String id, String amount, String until) {
        return given.when(
                new PromisePayment(LOAN, id, cny(amount), LocalDate.parse(until), START.plusDays(33), "ann", NOW));
    }

    @Test
    void contactsKeepToHoursAndNumbers() {
        assertThatThrownBy(() -> contacts("c", 22))
                .hasMessage(
                        "Expected a contact from 08:00 to 22:00 where the borrower lives; it is 22:00 there. Wait.");
        contacts("c1", 9);
        contacts("c2", 10);
        assertThatThrownBy(() -> contacts("c3", 11))
                .hasMessage(
                        "Expected fewer than 2 contacts about loan loan-1 within 7 days; there were as many. Wait.");
    }
}
