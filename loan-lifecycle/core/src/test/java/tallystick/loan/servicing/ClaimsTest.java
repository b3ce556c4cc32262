package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.GUARANTOR;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Rate;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.ChangeApproved;
import tallystick.loan.api.LoanEvent.ChangeProposed;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.api.LoanEvent.MoneyHeld;

/** Whose payment makes a claim, what it bears, and how two people undo it. */
class ClaimsTest {
    private static final LocalDate FIRST_DUE = LocalDate.parse("2026-02-01");
    private static final LocalDate LATER = LocalDate.parse("2026-02-19");

    private static GivenLoan claimed() {
        var given = GivenLoan.active();
        assertThat(proposes(given, "c1", firstRow(GUARANTOR), FIRST_DUE).getLast())
                .isInstanceOf(GuaranteePaid.class);
        return given;
    }

    private static Change firstRow(BooksId guarantor) {
        return new Change.PayGuarantee(guarantor, List.of(1), cny("4079.17"), null);
    }

    private static List<LoanEvent> proposes(GivenLoan given, String id, Change what, LocalDate day) {
        return given.when(new ProposeChange(LOAN, id, what, "because", cny("1000000.00"), day, day, "ann", NOW));
    }

    private static List<LoanEvent> decides(GivenLoan given, String id, Change what) {
        assertThat(proposes(given, id, what, LATER)).as("two people").hasExactlyElementsOfTypes(ChangeProposed.class);
        var hash = given.loan().proposal(id).orElseThrow().hash();
        return given.when(new ApproveChange(LOAN, id, hash, LATER, "bob", NOW));
    }

    @Test
    void nobodyIsAskedForInterestOfAClaim() {
        var rated = new Change.PayGuarantee(GUARANTOR, List.of(1), cny("4079.17"), Rate.of("0.18"));
        assertThatThrownBy(() -> proposes(GivenLoan.active(), "c1", rated, FIRST_DUE))
                .hasMessage(
                        "Expected a change that can be: claims bear no interest yet; found 18 %. Leave the rate out.");
    }

    @Test
    void aGuaranteeWhoseMoneyWentBackHasNeverBeen() {
        var given = claimed();
        given.repaid("r1", "2026-02-19", "100.00");
        assertThat(decides(given, "c2", new Change.VoidGuarantee("c1")))
                .hasExactlyElementsOfTypes(ChangeApproved.class, GuaranteeVoided.class);
        assertThat(given.loan().flags()).doesNotContain("SUBROGATED");
        assertThat(given.loan().proposal("c1").orElseThrow().progress()).isEqualTo(Proposal.Progress.VOIDED);
    }

    @Test
    void aRowWhoseGuaranteeIsVoidMayBeCalledAgain() {
        var given = claimed();
        decides(given, "c2", new Change.VoidGuarantee("c1"));
        assertThat(proposes(given, "c3", firstRow(GUARANTOR), LATER).getLast()).isInstanceOf(GuaranteePaid.class);
    }

    @Test
    void aGuaranteeOfALoanThatWeLeftIsVoidedToo() {
        var given = claimed();
        var all = new Change.SellShare(BooksId.OWN, BooksId.of("harbour"), BigDecimal.ONE, cny("1.00"), true);
        decides(given, "c2", all);
        assertThat(given.loan().state()).isEqualTo(LoanState.SOLD);
        assertThat(decides(given, "c3", new Change.VoidGuarantee("c1")).getLast())
                .isInstanceOf(GuaranteeVoided.class);
    }

    @Test
    void onlyWhoGuaranteesALoanHasAClaimOfIt() {
        var given = GivenLoan.active();
        var typed = BooksId.of("onion");
        assertThatThrownBy(() -> proposes(given, "c1", firstRow(typed), FIRST_DUE))
                .hasMessage("Expected somebody who guarantees loan loan-1; found books-onion. Name them at guarantors"
                        + " first, by two people.");
        decides(given, "c2", new Change.NameGuarantor(typed));
        assertThat(proposes(given, "c3", firstRow(typed), FIRST_DUE).getLast()).isInstanceOf(GuaranteePaid.class);
        assertThatThrownBy(() -> proposes(given, "c4", new Change.NameGuarantor(typed), FIRST_DUE))
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
