package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Rate;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.ChangeApproved;
import tallystick.loan.api.LoanEvent.ChangeProposed;
import tallystick.loan.api.LoanEvent.ClaimBoreInterest;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanReopened;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.Source;

/** What a guarantor paid of the first row, 4,079.17 on its due date, bears 18 % until the borrower has paid it. */
class ClaimsTest {
    private static final LocalDate FIRST_DUE = LocalDate.parse("2026-02-01");
    private static final LocalDate LATER = LocalDate.parse("2026-02-19");

    private static GivenLoan claimed() {
        var given = GivenLoan.active();
        var what = new Change.PayGuarantee(GivenLoan.GUARANTOR, List.of(1), cny("4079.17"), Rate.of("0.18"));
        assertThat(proposes(given, "c1", what, FIRST_DUE).getLast()).isInstanceOf(GuaranteePaid.class);
        return given;
    }

    private static List<LoanEvent> proposes(GivenLoan given, String id, Change what, LocalDate day) {
        return given.when(new ProposeChange(LOAN, id, what, "because", cny("1000000.00"), day, day, "ann", NOW));
    }

    private static List<LoanEvent> voids(GivenLoan given) {
        var proposed = proposes(given, "c2", new Change.VoidGuarantee("c1"), LATER);
        assertThat(proposed).as("two people").hasExactlyElementsOfTypes(ChangeProposed.class);
        var hash = given.loan().proposal("c2").orElseThrow().hash();
        return given.when(new ApproveChange(LOAN, "c2", hash, LATER, "bob", NOW));
    }

    @Test
    void whatItBearsIsPartOfWhatTheBorrowerOwes() {
        var standing = Standing.of(claimed().loan());
        // 4079.17 x 0.18 x 18 / 365
        assertThat(standing.on(LATER).outstanding().penalties()).isEqualTo(cny("36.21"));
        assertThat(standing.on(LATER).overdue()).isEqualTo(cny("4115.38"));
        assertThat(standing.payoff(LATER).penalties()).isEqualTo(cny("36.21"));
    }

    @Test
    void itIsToldBeforeItIsPaidAndBearsNoMoreThen() {
        var given = claimed();
        var events = given.repaid("r1", "2026-02-19", "4115.38");
        assertThat(events).hasExactlyElementsOfTypes(ClaimBoreInterest.class, RepaymentReceived.class);
        assertThat(((ClaimBoreInterest) events.getFirst()).more()).isEqualTo(cny("36.21"));
        assertThat(((RepaymentReceived) events.getLast()).parts().penalties()).isEqualTo(cny("36.21"));
        var later = Standing.of(given.loan()).on(LocalDate.parse("2026-02-28"));
        assertThat(later.overdue()).isEqualTo(cny("0.00"));
        assertThat(given.loan().subrogation("c1").orElseThrow().borne()).isEqualTo(cny("36.21"));
    }

    @Test
    void moneyOfAnEarlierDayMakesItLess() {
        var given = claimed();
        given.repaid("r1", "2026-02-19", "4115.38");
        var early = FIRST_DUE.plusDays(8);
        var events = given.when(new ReceiveRepayment(
                LOAN, cny("2000.00"), early, LATER, Source.BANK_CALLBACK, "r2", null, null, "ann", NOW.plusSeconds(1)));
        assertThat(events)
                .hasExactlyElementsOfTypes(ClaimBoreInterest.class, RepaymentReceived.class, LoanRestated.class);
        // 16.09 by the 9th of 4079.17, then of 2095.26 for 10 days: 26.43 in all, 9.78 less.
        assertThat(((ClaimBoreInterest) events.getFirst()).more()).isEqualTo(cny("-9.78"));
    }

    @Test
    void aGuaranteeWhoseMoneyWentBackHasNeverBeen() {
        var given = claimed();
        given.repaid("r1", "2026-02-19", "4115.38");
        var events = voids(given);
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        ChangeApproved.class, ClaimBoreInterest.class, GuaranteeVoided.class, LoanRestated.class);
        assertThat(((ClaimBoreInterest) events.get(1)).more()).isEqualTo(cny("-36.21"));
        assertThat(given.loan().transaction(2).orElseThrow().parts())
                .satisfies(parts -> assertThat(parts.penalties()).isEqualTo(cny("0.00")));
        assertThat(given.loan().flags()).doesNotContain("SUBROGATED");
        assertThat(given.loan().proposal("c1").orElseThrow().progress()).isEqualTo(Proposal.Progress.VOIDED);
    }

    /** 122.30 of interest paid in advance; by 16 January 59.18 are earned, and 63.12 pay principal. */
    @Test
    void whatTheContractEarnsNoMorePaysPrincipalBeforeTheRestIsTheGuarantors() {
        var given = GivenLoan.active();
        given.repaid("r1", "2026-01-01", "122.30");
        var day = LocalDate.parse("2026-01-16");
        var all = new Change.PayGuarantee(GivenLoan.GUARANTOR, List.of(), cny("11936.88"), Rate.of("0.06"));
        assertThat(proposes(given, "c1", all, day))
                .hasExactlyElementsOfTypes(
                        ChangeProposed.class, ChangeApproved.class, LoanRestated.class, GuaranteePaid.class);
        assertThat(Standing.of(given.loan()).payoff(day).total()).isEqualTo(cny("11936.88"));
    }

    /** Somebody entered a fee meanwhile, so that the loan has been looked at on a later day. */
    @Test
    void aClaimOfAnEarlierDayHasBorneSomethingWhenItBegins() {
        var given = GivenLoan.active();
        given.repaid("r1", "2026-02-19", "0.01");
        var row = new Change.PayGuarantee(GivenLoan.GUARANTOR, List.of(2), cny("4079.17"), Rate.of("0.18"));
        var events = given.when(new ProposeChange(
                LOAN, "c1", row, "because", cny("1000000.00"), FIRST_DUE, LATER, "ann", NOW.plusSeconds(1)));
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        ChangeProposed.class,
                        ChangeApproved.class,
                        GuaranteePaid.class,
                        ClaimBoreInterest.class,
                        LoanRestated.class);
        assertThat(given.loan().subrogation("c1").orElseThrow().borne()).isEqualTo(cny("36.21"));
    }

    @Test
    void aLoanThatPaidAClaimOffMayBeOpenAgainWithoutItAndTheOtherWayRound() {
        var given = GivenLoan.active();
        var all = new Change.PayGuarantee(GivenLoan.GUARANTOR, List.of(), cny("12122.30"), Rate.of("0.00"));
        assertThat(proposes(given, "c1", all, FIRST_DUE).getLast()).isInstanceOf(GuaranteePaid.class);
        assertThat(given.repaid("r1", "2026-02-19", "12122.30").getLast()).isInstanceOf(LoanPaidOff.class);
        assertThat(voids(given).getLast()).as("the contract's interest is owed").isInstanceOf(LoanReopened.class);
    }

    @Test
    void aRowWhoseGuaranteeIsVoidMayBeCalledAgain() {
        var given = claimed();
        voids(given);
        var again = new Change.PayGuarantee(GivenLoan.GUARANTOR, List.of(1), cny("4079.17"), null);
        assertThat(proposes(given, "c3", again, LATER).getLast()).isInstanceOf(GuaranteePaid.class);
    }

    @Test
    void onlyWhoGuaranteesALoanHasAClaimOfIt() {
        var given = GivenLoan.active();
        var typed = BooksId.of("onion");
        var paid = new Change.PayGuarantee(typed, List.of(1), cny("4079.17"), null);
        assertThatThrownBy(() -> proposes(given, "c1", paid, FIRST_DUE))
                .hasMessage("Expected somebody who guarantees loan loan-1; found books-onion. Name them at guarantors"
                        + " first, by two people.");
        assertThat(proposes(given, "c2", new Change.NameGuarantor(typed), FIRST_DUE))
                .as("two people")
                .hasExactlyElementsOfTypes(ChangeProposed.class);
        assertThatThrownBy(() -> proposes(given, "c3", paid, FIRST_DUE)).hasMessageContaining("found books-onion");
        var hash = given.loan().proposal("c2").orElseThrow().hash();
        given.when(new ApproveChange(LOAN, "c2", hash, FIRST_DUE, "bob", NOW));
        assertThat(proposes(given, "c4", paid, FIRST_DUE).getLast()).isInstanceOf(GuaranteePaid.class);
        assertThatThrownBy(() -> proposes(given, "c5", new Change.NameGuarantor(typed), FIRST_DUE))
                .hasMessageContaining("not to be guaranteed by books-onion; it is");
    }

    @Test
    void onlyAClaimThatStandsIsVoided() {
        assertThatThrownBy(() -> proposes(claimed(), "c2", new Change.VoidGuarantee("c9"), LATER))
                .hasMessage("Expected a guarantor's claim on loan loan-1 that stands; found c9. Look at the loan's"
                        + " owners.");
    }

    /** No rule says who has what then. */
    @Test
    void aPayoutThatComesBackAfterAGuarantorPaidIsHeld() {
        assertThat(claimed().when(new ReturnPayout(LOAN, 1, 1, "closed", LATER, LATER, NOW)))
                .hasExactlyElementsOfTypes(MoneyHeld.class);
    }
}
