package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** 2,000.00 before their time, ten days after the first row of the contract's example was paid: 8,043.13 are left. */
class PrepaymentTest {
    private static final LoanTerms TERMS = SampleTerms.example().terms();

    @Test
    void aShorterTermKeepsTheInstalmentOf407917() {
        // 8043.13 x 0.12 x 10 / 365 = 26.44 and 6043.13 x 0.12 x 18 / 365 = 35.76 in the second row.
        assertThat(rows(Fact.Prepayment.Effect.SHORTER_TERM))
                .containsExactly(
                        "1 INSTALLMENT 2026-02-01 3956.87 + 122.30",
                        "0 PREPAYMENT 2026-02-11 2000.00 + 0.00",
                        "2 INSTALLMENT 2026-03-01 4016.97 + 62.20",
                        "3 INSTALLMENT 2026-04-01 2026.16 + 20.65");
    }

    @Test
    void aSmallerInstalmentKeepsTheDates() {
        assertThat(rows(Fact.Prepayment.Effect.SMALLER_INSTALLMENT))
                .endsWith("2 INSTALLMENT 2026-03-01 3005.94 + 62.20", "3 INSTALLMENT 2026-04-01 3037.19 + 30.95");
    }

    @Test
    void principalInAdvanceIsTakenOffTheNextRow() {
        assertThat(rows(Fact.Prepayment.Effect.PRINCIPAL_IN_ADVANCE))
                .endsWith("2 INSTALLMENT 2026-03-01 2005.13 + 62.20", "3 INSTALLMENT 2026-04-01 4038.00 + 41.15");
    }

    @Test
    void aTermThatIsNotNeededAnyMoreEnds() {
        var all = statement(prepaid("4079.17", Fact.Prepayment.Effect.SHORTER_TERM));
        assertThat(all.rows().getLast().row().due()).isEqualTo("2026-03-01");
        assertThat(all.outstanding().principal()).isEqualTo(cny("3963.96"));
    }

    @Test
    void whatIsDueIsPaidFirst() {
        var facts = List.<Fact>of(
                new Fact.Prepayment("x", on("2026-02-11"), cny("5000.00"), Fact.Prepayment.Effect.SMALLER_INSTALLMENT));
        var share = LoanEngine.statement(TERMS, SampleTerms.RULES, facts, on("2026-02-11"))
                .share("x")
                .orElseThrow();
        assertThat(share.parts().interest()).isEqualTo(cny("122.30"));
        // 3956.87 were due; 920.83 come before their time.
        assertThat(share.parts().principal()).isEqualTo(cny("4877.70"));
    }

    @Test
    void oneThatCoversThePayoffSettlesTheLoan() {
        // 8043.13 x 0.12 x 10 / 365 = 26.44
        var settled = statement(prepaid("8069.57", Fact.Prepayment.Effect.SHORTER_TERM));
        assertThat(settled.paidOff()).isTrue();
        assertThat(settled.creditBalance()).isEqualTo(cny("0.00"));
    }

    @Test
    void oneThatLeavesNothingButInterestWaitsForIt() {
        var almost = statement(prepaid("8043.13", Fact.Prepayment.Effect.SHORTER_TERM));
        assertThat(almost.paidOff()).isFalse();
        assertThat(almost.outstanding().principal()).isEqualTo(cny("0.00"));
        var payoff = LoanEngine.payoff(
                TERMS, SampleTerms.RULES, prepaid("8043.13", Fact.Prepayment.Effect.SHORTER_TERM), on("2026-02-20"));
        assertThat(payoff.total()).isEqualTo(cny("26.44"));
        assertThat(payoff.perDay()).isEqualTo(cny("0.00"));
    }

    @Test
    void agreedPrincipalsAreTakenOffTheFirstRowsOrTheLast() {
        var custom = SampleTerms.example()
                .with(draft -> draft.amortization(Amortization.CUSTOM)
                        .agreed(Agreed.principals(List.of(cny("2000.00"), cny("4000.00"), cny("6000.00")))));
        assertThat(principals(custom, "5000.00", Fact.Prepayment.Effect.SMALLER_INSTALLMENT))
                .containsExactly("2000.00", "5000.00", "0.00", "5000.00");
        assertThat(principals(custom, "5000.00", Fact.Prepayment.Effect.SHORTER_TERM))
                .containsExactly("2000.00", "5000.00", "4000.00", "1000.00");
        assertThat(principals(custom, "6000.00", Fact.Prepayment.Effect.SHORTER_TERM))
                .containsExactly("2000.00", "6000.00", "4000.00");
        assertThat(principals(custom, "7000.00", Fact.Prepayment.Effect.SHORTER_TERM))
                .containsExactly("2000.00", "7000.00", "3000.00");
    }

    @Test
    void equalPrincipalLosesItsLastRowsFirst() {
        var equal = SampleTerms.example().amortization(Amortization.EQUAL_PRINCIPAL);
        assertThat(principals(equal, "5000.00", Fact.Prepayment.Effect.SHORTER_TERM))
                .containsExactly("4000.00", "5000.00", "3000.00");
        assertThat(principals(equal, "5000.00", Fact.Prepayment.Effect.SMALLER_INSTALLMENT))
                .containsExactly("4000.00", "5000.00", "1500.00", "1500.00");
    }

    @Test
    void anAgreedInstalmentStaysWhatItIs() {
        var fixed = SampleTerms.example()
                .with(draft ->
                        draft.amortization(Amortization.FIXED_INSTALLMENT).agreed(Agreed.installment(cny("4100.00"))));
        var rows = after(fixed, "3000.00", Fact.Prepayment.Effect.SHORTER_TERM).rows();
        assertThat(rows.get(2).row().total()).isEqualTo(cny("4100.00"));
    }

    @Test
    void whereNoInstalmentIsPaidYetOneIsPlannedAnew() {
        // Two rows are spared whole: what they pay is no instalment to keep.
        var spared = SampleTerms.of(cny("12000.00"), "2026-01-01", "P1M", 4).grace(2, 2, 0);
        var facts = List.<Fact>of(
                new Fact.Prepayment("x", on("2026-01-10"), cny("2000.00"), Fact.Prepayment.Effect.SHORTER_TERM));
        var rows = LoanEngine.statement(spared.terms(), SampleTerms.RULES, facts, on("2026-01-10"))
                .rows();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1).row().total()).isEqualTo(cny("0.00"));
        assertThat(rows.get(3).row().principal().plus(rows.get(4).row().principal()))
                .isEqualTo(cny("10000.00"));
    }

    @Test
    void chargesFeesAndGraceGoOnInTheNewPlan() {
        var terms = SampleTerms.of(cny("12000.00"), "2026-01-01", "P1M", 4)
                .grace(3, 0, 0)
                .fees(
                        new Fee("account", Fee.When.PER_INSTALLMENT, cny("5.00")),
                        new Fee("opening", Fee.When.AT_PAYOUT, cny("50.00")));
        var facts = List.<Fact>of(
                new Fact.Charge("c", on("2026-01-05"), Fact.Charge.Kind.FEE, on("2026-03-10"), cny("7.00")),
                new Fact.Prepayment("x", on("2026-01-10"), cny("2000.00"), Fact.Prepayment.Effect.SMALLER_INSTALLMENT));
        var rows = LoanEngine.statement(terms.terms(), SampleTerms.RULES, facts, on("2026-01-10"))
                .rows();
        assertThat(rows)
                .extracting(row -> "%s %s"
                        .formatted(
                                row.row().principal().amount(), row.row().fees().amount()))
                .containsExactly("2000.00 0.00", "0.00 5.00", "0.00 5.00", "0.00 12.00", "10000.00 5.00");
        assertThat(rows.get(1).row().from()).isEqualTo("2026-01-01");
        assertThat(rows.getFirst().row().balance()).isEqualTo(cny("10000.00"));
    }

    private static List<String> principals(SampleTerms terms, String amount, Fact.Prepayment.Effect effect) {
        return after(terms, amount, effect).rows().stream()
                .map(row -> row.row().principal().amount().toString())
                .toList();
    }

    /** The first row is paid on its day, and so much besides. */
    private static Statement after(SampleTerms terms, String amount, Fact.Prepayment.Effect effect) {
        var first = LoanEngine.schedule(terms.terms()).due().getFirst().total();
        var facts = List.<Fact>of(
                new Fact.Repayment("p1", on("2026-02-01"), first),
                new Fact.Prepayment("x", on("2026-02-01"), cny(amount), effect));
        return LoanEngine.statement(terms.terms(), SampleTerms.RULES, facts, on("2026-02-12"));
    }

    @Test
    void takenBackItLeavesTheScheduleAsItWas() {
        var facts = new ArrayList<>(prepaid("2000.00", Fact.Prepayment.Effect.SHORTER_TERM));
        facts.add(new Fact.Reversal("r", on("2026-02-12"), "x"));
        assertThat(statement(facts).rows())
                .isEqualTo(statement(facts.subList(0, 1)).rows());
    }

    @Test
    void flatInterestAndOtherConventionsAreNotPlannedAnew() {
        var flat = SampleTerms.example().method(Method.FLAT).terms();
        var facts = prepaid("2000.00", Fact.Prepayment.Effect.SHORTER_TERM);
        assertThatThrownBy(() -> LoanEngine.statement(flat, SampleTerms.RULES, facts, on("2026-02-11")))
                .hasMessage("facts.1.type one with STANDARD and FLAT must be of a loan with the convention STANDARD and"
                        + " the method DECLINING");
    }

    private static List<String> rows(Fact.Prepayment.Effect effect) {
        return statement(prepaid("2000.00", effect)).rows().stream()
                .map(StatementRow::row)
                .map(row -> "%d %s %s %s + %s"
                        .formatted(
                                row.nr(),
                                row.type(),
                                row.due(),
                                row.principal().amount(),
                                row.interest().amount()))
                .toList();
    }

    private static List<Fact> prepaid(String amount, Fact.Prepayment.Effect effect) {
        return List.of(
                new Fact.Repayment("p1", on("2026-02-01"), cny("4079.17")),
                new Fact.Prepayment("x", on("2026-02-11"), cny(amount), effect));
    }

    private static Statement statement(List<Fact> facts) {
        return LoanEngine.statement(TERMS, SampleTerms.RULES, facts, on("2026-02-12"));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
