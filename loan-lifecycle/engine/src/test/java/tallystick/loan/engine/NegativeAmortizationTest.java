package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Interest that a row does not pay, of 12,000.00 at 1 % a month: it becomes principal only where the terms say so. */
class NegativeAmortizationTest {
    private static final SampleTerms TERMS = SampleTerms.example().interestPeriod(InterestPeriod.PER_PERIOD);
    private static final SampleTerms HUNDRED = TERMS.with(draft -> draft.amortization(Amortization.FIXED_INSTALLMENT)
            .agreed(Agreed.installment(cny("100.00")))
            .negativeAmortization(true));

    @Test
    void anInstalmentBelowTheInterestIsRefusedUnlessAllowed() {
        assertThatThrownBy(() -> LoanEngine.schedule(
                        HUNDRED.with(draft -> draft.negativeAmortization(false)).terms()))
                .hasMessage("installment CNY 100.00 must not be less than the interest of row 1, which is CNY 120.00,"
                        + " unless negativeAmortization is allowed");
    }

    @Test
    void whatAnInstalmentDoesNotPayBecomesPrincipal() {
        assertThat(rows(HUNDRED))
                .containsExactly(
                        "PAYOUT 0.00 0.00 12000.00",
                        "CAPITALIZED 0.00 0.00 20.00",
                        "INSTALLMENT 0.00 100.00 12020.00",
                        "CAPITALIZED 0.00 0.00 20.20",
                        "INSTALLMENT 0.00 100.00 12040.20",
                        "INSTALLMENT 12040.20 120.40 0.00");
    }

    @Test
    void anInstalmentThatIsTheInterestCapitalizesNothing() {
        var interestOnly = HUNDRED.with(draft -> draft.agreed(Agreed.installment(cny("120.00"))));
        assertThat(rows(interestOnly))
                .containsExactly(
                        "PAYOUT 0.00 0.00 12000.00",
                        "INSTALLMENT 0.00 120.00 12000.00",
                        "INSTALLMENT 0.00 120.00 12000.00",
                        "INSTALLMENT 12000.00 120.00 0.00");
    }

    @Test
    void aBulletCompounds() {
        // 12,000.00 x 1.01^3 is 12,363.612.
        var bullet = TERMS.amortization(Amortization.BULLET).with(draft -> draft.negativeAmortization(true));
        var last = LoanEngine.schedule(bullet.terms()).rows().getLast();
        assertThat(last.total()).isEqualTo(cny("12363.61"));
        assertThat(last.principal()).isEqualTo(cny("12241.20"));
    }

    @Test
    void aMoratoriumIsPaidByEqualRowsAfterIt() {
        var moratorium = TERMS.grace(1, 1, 0).with(draft -> draft.negativeAmortization(true));
        // 12,120.00 over two rows at 1 %.
        assertThat(rows(moratorium))
                .containsExactly(
                        "PAYOUT 0.00 0.00 12000.00",
                        "CAPITALIZED 0.00 0.00 120.00",
                        "INSTALLMENT 0.00 0.00 12120.00",
                        "INSTALLMENT 6029.85 121.20 6090.15",
                        "INSTALLMENT 6090.15 60.90 0.00");
    }

    @Test
    void aLongFirstPeriodCanExceedAnEqualInstalment() {
        var start = LocalDate.parse("2026-01-01");
        var dates = DueDates.of(start, LocalDate.parse("2027-01-01"), Step.parse("P1M"), 12);
        var terms = new TermsDraft(cny("1000.00"), Rate.of("0.24"), start, Step.parse("P1M"), dates);
        var waits = LoanEngine.schedule(terms.terms()).due().getFirst();
        var capitalizes =
                LoanEngine.schedule(terms.negativeAmortization(true).terms()).due();
        // 240.00 of a year: more than a twelfth of what is owed, and without leave the row pays it whole.
        assertThat(waits.total()).isEqualTo(cny("240.00"));
        assertThat(capitalizes.getFirst().total()).isEqualTo(capitalizes.get(1).total());
        assertThat(capitalizes.getFirst().principal().isZero()).isTrue();
        assertThat(capitalizes.getLast().balance().isZero()).isTrue();
    }

    @Test
    void interestIsNotOwedAsPrincipalBeforeItsDay() {
        assertThat(payoff("2026-01-16").principal()).isEqualTo(cny("12000.00"));
        assertThat(payoff("2026-01-16").interest()).isEqualTo(cny("58.06"));
        assertThat(payoff("2026-02-01").principal()).isEqualTo(cny("12020.00"));
        assertThat(payoff("2026-02-01").interest()).isEqualTo(cny("100.00"));
        // 120.20 x 14 / 28 of the second row, and 100.00 of the first.
        assertThat(payoff("2026-02-15").interest()).isEqualTo(cny("160.10"));
        var statement = statement(List.of(), "2026-02-15");
        assertThat(statement.outstanding().principal()).isEqualTo(cny("12020.00"));
        assertThat(statement.overdue()).isEqualTo(cny("100.00"));
    }

    @Test
    void payingEverythingEndsItAndNothingIsCapitalizedAfter() {
        var paid = List.<Fact>of(new Fact.Repayment("p", on("2026-01-16"), cny("12058.06")));
        assertThat(statement(paid, "2026-01-16").paidOff()).isTrue();
        var later = statement(paid, "2026-05-01");
        assertThat(later.paidOff()).isTrue();
        assertThat(later.outstanding().totalUnits()).isZero();
    }

    @Test
    void aPrepaymentLeavesSoMuchLessToGrow() {
        var prepaid = List.<Fact>of(
                new Fact.Prepayment("p", on("2026-02-01"), cny("2120.00"), Fact.Prepayment.Effect.SMALLER_INSTALLMENT));
        // 100.00 were due, the rest is principal: 12,020.00 less 2,020.00 bear 100.00 a month.
        var statement = statement(prepaid, "2026-02-01");
        assertThat(statement.outstanding().principal()).isEqualTo(cny("10000.00"));
        assertThat(statement.rows().getLast().row().principal()).isEqualTo(cny("10000.00"));
    }

    @Test
    void stepByStepComesToTheSame() {
        var facts = List.<Fact>of(
                new Fact.Repayment("a", on("2026-01-20"), cny("5000.00")),
                new Fact.Repayment("b", on("2026-02-10"), cny("50.00")));
        var open = LoanEngine.open(HUNDRED.terms(), SampleTerms.RULES, List.of(), on("2026-01-01"));
        facts.forEach(open.copy()::take);
        facts.forEach(open::take);
        assertThat(open.statement(on("2026-04-10"))).isEqualTo(statement(facts, "2026-04-10"));
    }

    @Test
    void aDebtThatOutgrowsEveryNumberIsRefused() {
        var explosive = SampleTerms.of(cny("100000000000.00"), "2026-01-01", "P1Y", 60)
                .rate("1")
                .amortization(Amortization.BULLET)
                .with(draft -> draft.negativeAmortization(true));
        assertThatThrownBy(() -> LoanEngine.schedule(explosive.terms()))
                .isInstanceOf(TermsNotPossible.class)
                .hasMessageContaining("must leave room for interest");
    }

    @Test
    void itGoesWithInterestOnTheBalanceOnly() {
        assertThatThrownBy(() -> TERMS.method(Method.FLAT).with(draft -> draft.negativeAmortization(true)))
                .hasMessage("negativeAmortization true must be absent unless interest is DECLINING under the convention"
                        + " STANDARD");
        assertThatThrownBy(() -> TERMS.with(draft -> draft.dayCount(DayCount.THIRTY_360)
                        .convention(Convention.FINERACT_PROGRESSIVE)
                        .negativeAmortization(true)))
                .hasMessageStartingWith("negativeAmortization true");
    }

    private static List<String> rows(SampleTerms terms) {
        return LoanEngine.schedule(terms.terms()).rows().stream()
                .map(row -> "%s %s %s %s"
                        .formatted(
                                row.type(),
                                row.principal().amount(),
                                row.interest().amount(),
                                row.balance().amount()))
                .toList();
    }

    private static Payoff payoff(String day) {
        return LoanEngine.payoff(HUNDRED.terms(), SampleTerms.RULES, List.of(), on(day));
    }

    private static Statement statement(List<Fact> facts, String day) {
        return LoanEngine.statement(HUNDRED.terms(), SampleTerms.RULES, facts, on(day));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
