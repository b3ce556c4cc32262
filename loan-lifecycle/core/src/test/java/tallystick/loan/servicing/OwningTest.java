package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BankId;
import tallystick.kernel.Sealed;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.loan.api.Funding.Lender;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ConfirmGuarantee;
import tallystick.loan.api.LoanCommand.FailBuyBack;
import tallystick.loan.api.LoanCommand.FailGuarantee;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.BuyBackFailed;
import tallystick.loan.api.LoanEvent.BuyBackOrdered;
import tallystick.loan.api.LoanEvent.ChangeApproved;
import tallystick.loan.api.LoanEvent.ChangeProposed;
import tallystick.loan.api.LoanEvent.GuaranteeFailed;
import tallystick.loan.api.LoanEvent.GuaranteeOrdered;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.LoanLeft;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.api.Payee;

/** Shares of a loan that are sold and bought back, guarantors who pay, and legs that lenders pay by themselves. */
class OwningTest {
    private static final BooksId BUYER = BooksId.of("harbour");
    private static final LocalDate FIRST_DUE = LocalDate.parse("2026-02-01");

    private static List<LoanEvent> proposes(GivenLoan given, String id, Change what) {
        return given.when(
                new ProposeChange(LOAN, id, what, "because", cny("1000000.00"), FIRST_DUE, FIRST_DUE, "ann", NOW));
    }

    /** Two sell, however low the price. */
    private static List<LoanEvent> sells(GivenLoan given, String id, Change what) {
        assertThat(proposes(given, id, what)).hasExactlyElementsOfTypes(ChangeProposed.class);
        var hash = given.loan().proposal(id).orElseThrow().hash();
        return given.when(new ApproveChange(LOAN, id, hash, FIRST_DUE, "bob", NOW));
    }

    private static Change sale(BooksId seller, BooksId buyer, String share, boolean leaves) {
        return new Change.SellShare(seller, buyer, new BigDecimal(share), cny("4800.00"), leaves);
    }

    @Test
    void aShareIsSoldWithTheInterestThatIsEarnedFromThen() {
        var given = GivenLoan.active();
        var sold = sells(given, "c1", sale(BooksId.OWN, BUYER, "0.4", false)).getLast();
        assertThat(sold)
                .isInstanceOfSatisfying(
                        ShareSold.class, e -> assertThat(e.earned()).isEqualTo(cny("124.94")));
        var funding = Funding.orOwn(given.loan().booked().funding());
        assertThat(funding.lenders())
                .extracting(lender -> lender.books() + " " + lender.principal())
                .containsExactly("books-own 0.6", "books-harbour 0.4");
        assertThat(Owning.ours(funding, 12_494)).as("earned before").isEqualTo(12_494);
        assertThat(Owning.ours(funding, 22_494)).isEqualTo(18_494);
        sells(given, "c2", sale(BUYER, BooksId.OWN, "0.4", false));
        assertThat(Funding.orOwn(given.loan().booked().funding()).lenders()).hasSize(1);
    }

    @Test
    void nobodySellsWhatTheyDoNotOwn() {
        var given = GivenLoan.active();
        assertThatThrownBy(() -> proposes(given, "c1", sale(BUYER, BooksId.OWN, "0.4", false)))
                .hasMessageContaining(
                        "Expected a sale of at most 0, the share of books-harbour, to somebody else; found 0.4.");
        assertThatThrownBy(() -> proposes(given, "c1", sale(BooksId.OWN, BUYER, "0.4", true)))
                .hasMessageContaining("Expected nothing of loan loan-1 to be ours when we leave it; something is.");
    }

    @Test
    void aLoanThatWeLeaveTakesNoMoneyAndHoldsWhatComes() {
        var given = GivenLoan.active();
        var events = sells(given, "c1", sale(BooksId.OWN, BUYER, "1", true));
        assertThat(events.getLast()).isInstanceOf(LoanLeft.class);
        assertThat(given.loan().state()).isEqualTo(LoanState.SOLD);
        assertThat(given.repaid("r1", "2026-02-02", "100.00")).singleElement().isInstanceOf(MoneyHeld.class);
    }

    @Test
    void aGuarantorPaysExactlyWhatIsOwedOfARowOnce() {
        var given = GivenLoan.active();
        var guarantor = BooksId.of("union");
        assertThatThrownBy(() ->
                        proposes(given, "c1", new Change.PayGuarantee(guarantor, List.of(1), cny("4000.00"), null)))
                .hasMessageContaining("Expected CNY 4079.17, what loan loan-1 owes of this; found CNY 4000.00.");
        var events = proposes(given, "c1", new Change.PayGuarantee(guarantor, List.of(1), cny("4079.17"), null));
        assertThat(events).extracting(event -> (Object) event.getClass()).contains(ChangeApproved.class);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        GuaranteePaid.class,
                        paid -> assertThat(paid.parts().principal()).isEqualTo(cny("3956.87")));
        assertThat(Standing.of(given.loan()).on(FIRST_DUE).outstanding().principal())
                .as("the debt stands")
                .isEqualTo(cny("12000.00"));
        assertThat(given.loan().flags()).contains("SUBROGATED");
        assertThatThrownBy(() ->
                        proposes(given, "c2", new Change.PayGuarantee(guarantor, List.of(), cny("12122.30"), null)))
                .hasMessageContaining("Expected loan loan-1 not to be paid by a guarantor for these rows; it is.");
    }

    private static List<LoanEvent> orders(GivenLoan given, String id) {
        var what =
                new Change.PayGuarantee(BooksId.of("union"), List.of(1), cny("4079.17"), null, new BankId("sandbox"));
        return proposes(given, id, what);
    }

    private static List<LoanEvent> pays(GivenLoan given, String claim) {
        return given.when(new ConfirmGuarantee(LOAN, claim, FIRST_DUE.plusDays(1), FIRST_DUE.plusDays(1), NOW));
    }

    @Test
    void aGuarantorThatIsOrderedToPayHasAClaimOnceItHasPaid() {
        var given = GivenLoan.active();
        assertThat(orders(given, "c1").getLast()).isInstanceOf(GuaranteeOrdered.class);
        assertThat(given.loan().flags()).doesNotContain("SUBROGATED");
        assertThatThrownBy(() -> orders(given, "c2")).as("under way").hasMessageContaining("paid by a guarantor");
        assertThat(pays(given, "c1")).hasExactlyElementsOfTypes(GuaranteePaid.class);
        assertThat(pays(given, "c1")).as("a repeat").isEmpty();
        assertThat(given.loan().flags()).contains("SUBROGATED");
        assertThatThrownBy(() -> given.when(new FailGuarantee(LOAN, "c1", "RETURNED", NOW)))
                .hasMessage(
                        "Expected claim c1 on loan loan-1 to be unpaid; it was paid, and the payment came back. Void it"
                                + " at guarantee-voids.");
    }

    @Test
    void aGuarantorThatDoesNotPayIsCalledAgain() {
        var given = GivenLoan.active();
        orders(given, "c1");
        var failed = new FailGuarantee(LOAN, "c1", "NO_FUNDS", NOW);
        assertThat(given.when(failed)).hasExactlyElementsOfTypes(GuaranteeFailed.class);
        assertThat(given.when(failed)).as("a repeat").isEmpty();
        assertThat(orders(given, "c2").getLast()).isInstanceOf(GuaranteeOrdered.class);
    }

    /** The borrower was quicker: the row is paid, and nobody has a claim for it. */
    @Test
    void aGuarantorsMoneyThatPaysNothingAnyMoreIsHeld() {
        var given = GivenLoan.active();
        orders(given, "c1");
        given.repaid("r1", "2026-02-01", "4079.17");
        assertThat(pays(given, "c1")).hasExactlyElementsOfTypes(MoneyHeld.class, GuaranteeFailed.class);
        assertThat(given.loan().flags()).doesNotContain("SUBROGATED");
        assertThat(given.loan().proposal("c1").orElseThrow().progress()).isEqualTo(Proposal.Progress.HELD);
        assertThatThrownBy(() -> given.when(new FailGuarantee(LOAN, "c1", "RETURNED", NOW)))
                .hasMessage(
                        "Expected claim c1 on loan loan-1 to be unpaid; its money came too late, and is in suspense."
                                + " Take it from there.");
    }

    /** On a day after the one on which it was asked for: what was owed then says nothing of it. */
    @Test
    void whatTheBorrowerPaidMeanwhileIsNotPaidAgain() {
        for (var paid : List.of("4079.17", "0.01")) {
            var given = GivenLoan.active();
            orders(given, "c1");
            given.repaid("r1", "2026-02-02", paid);
            assertThat(pays(given, "c1")).hasExactlyElementsOfTypes(MoneyHeld.class, GuaranteeFailed.class);
        }
    }

    @Test
    void whatTheBorrowerPaidBeforeASecondPersonApprovedIsNotPaidAgain() {
        var given = GivenLoan.active();
        var what = new Change.PayGuarantee(BooksId.of("union"), List.of(1), cny("4079.17"), null);
        given.when(new ProposeChange(LOAN, "c1", what, "because", cny("0.00"), FIRST_DUE, FIRST_DUE, "ann", NOW));
        given.repaid("r1", "2026-02-02", "4079.17");
        var hash = given.loan().proposal("c1").orElseThrow().hash();
        assertThatThrownBy(() -> given.when(new ApproveChange(LOAN, "c1", hash, FIRST_DUE.plusDays(1), "bob", NOW)))
                .hasMessageContaining("Expected CNY 0.00, what loan loan-1 owes of this; found CNY 4079.17.");
    }

    @Test
    void whatIsBoughtBackByOrderIsPaidForOnce() {
        var given = GivenLoan.active();
        sells(given, "c1", sale(BooksId.OWN, BUYER, "0.4", false));
        var bought = sells(
                given,
                "c2",
                new Change.SellShare(
                        BUYER, BooksId.OWN, new BigDecimal("0.4"), cny("4700.00"), false, new BankId("harbour")));
        assertThat(bought.getLast())
                .isInstanceOfSatisfying(
                        BuyBackOrdered.class,
                        order -> assertThat(order.amount()).isEqualTo(cny("4700.00")));
        var hash = given.loan().proposal("c2").orElseThrow().hash();
        var again = new ApproveChange(LOAN, "c2", hash, FIRST_DUE, "bob", NOW);
        assertThat(given.when(again)).as("a repeat").isEmpty();
        var first = ((BuyBackOrdered) bought.getLast()).instruction();
        var failed = new FailBuyBack(LOAN, "c2", first, "FROZEN", NOW);
        assertThat(given.when(failed)).hasExactlyElementsOfTypes(BuyBackFailed.class);
        assertThat(given.when(failed)).as("a repeat").isEmpty();
        assertThatThrownBy(() -> given.when(new ApproveChange(LOAN, "c2", hash, FIRST_DUE, "ann", NOW)))
                .hasMessageContaining("somebody other than ann");
        assertThat(given.when(again))
                .as("ordered again, and nothing is sold again")
                .singleElement()
                .isInstanceOfSatisfying(
                        BuyBackOrdered.class,
                        order -> assertThat(order.instruction()).isNotEqualTo(first));
        assertThat(given.when(failed)).as("the first order's end is known").isEmpty();
        assertThat(given.when(again)).as("a repeat").isEmpty();
    }

    @Test
    void lendersWhoPayTheirSharesHaveALegEach() {
        var account = new Sealed("party-1", Sealed.Purpose.IDENTITY, 1, "one".getBytes(StandardCharsets.UTF_8));
        var thirds = new Funding(
                Funding.Model.CO_LENT,
                BooksId.OWN,
                List.of(
                        Lender.of(BooksId.OWN, new BankId("sandbox"), new BigDecimal("0.3333")),
                        Lender.of(BUYER, new BankId("harbour"), new BigDecimal("0.6667"))),
                List.of());
        var payees = List.of(
                new Payee(1, account, cny("100.00"), "CUSTOMER"), new Payee(2, account, cny("100.01"), "DEALER"));
        assertThat(Owning.legs(payees, thirds))
                .extracting(leg -> leg.leg() + " " + leg.bank() + " " + leg.amount())
                .containsExactly(
                        "1 sandbox CNY 33.33", "2 harbour CNY 66.67", "3 sandbox CNY 33.33", "4 harbour CNY 66.68");
        assertThat(Owning.legs(payees, null)).isEqualTo(payees);
    }

    @Test
    void sharesThatDoNotAddUpAreRefused() {
        var crooked = new Funding(
                Funding.Model.CO_LENT,
                BooksId.OWN,
                List.of(Lender.of(BooksId.OWN, null, new BigDecimal("0.9"))),
                List.of());
        assertThatThrownBy(() -> Owning.check(crooked, new BankId("sandbox")))
                .hasMessageContaining("with shares of each component from 0 that add up to 1; found 0.9.");
    }
}
