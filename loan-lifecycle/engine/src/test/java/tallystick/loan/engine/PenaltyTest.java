package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Penalty interest on the example of the contract: 3956.87 of principal and 122.30 of interest due on 1 February. */
class PenaltyTest {
    private static final SampleTerms TERMS = SampleTerms.example().penalty("0.18", Penalty.On.OVERDUE_PRINCIPAL, 3);

    @Test
    void nothingIsChargedWithinTheGrace() {
        assertThat(penalties(TERMS, "2026-02-04")).isEqualTo(cny("0.00"));
    }

    @Test
    void afterTheGraceItCountsFromTheDueDate() {
        // 3956.87 x 0.18 x 4 / 365
        assertThat(penalties(TERMS, "2026-02-05")).isEqualTo(cny("7.81"));
    }

    @Test
    void aRowThatIsPaidWithinTheGraceBearsNone() {
        var facts = List.<Fact>of(new Fact.Repayment("p", LocalDate.parse("2026-02-03"), cny("4079.17")));
        var statement = LoanEngine.statement(TERMS.terms(), SampleTerms.RULES, facts, LocalDate.parse("2026-02-25"));
        assertThat(statement.outstanding().penalties()).isEqualTo(cny("0.00"));
    }

    @Test
    void compoundedEachMonthItBearsInterestItself() {
        var monthly = new Penalty(Rate.of("0.18"), Penalty.On.OVERDUE_PRINCIPAL, 0, Step.parse("P1M"));
        var terms = SampleTerms.of(Money.of("CNY", "12000.00"), "2026-01-01", "P1M", 1)
                .with(draft -> draft.penalty(monthly));
        // 12000.00 x 0.18 x 28 / 365 = 165.70 by 1 March; then 12165.70 x 0.18 x 31 / 365 = 185.98.
        assertThat(penalties(terms, "2026-03-01")).isEqualTo(cny("165.70"));
        assertThat(penalties(terms, "2026-04-01")).isEqualTo(cny("351.68"));
    }

    @Test
    void aLateRateIsAMultipleOrAMarginOfTheContractRateWithinBounds() {
        assertThat(Penalty.multipleOf(Rate.of("0.12"), new BigDecimal("1.5"), null, null))
                .isEqualTo(Rate.of("0.18"));
        assertThat(Penalty.multipleOf(Rate.of("0.12"), new BigDecimal("3"), null, Rate.of("0.24")))
                .isEqualTo(Rate.of("0.24"));
        assertThat(Penalty.above(Rate.of("0.02"), Rate.of("0.01"), Rate.of("0.05"), null))
                .isEqualTo(Rate.of("0.05"));
    }

    @Test
    void onTheInstalmentInterestCountsToo() {
        // 4079.17 x 0.18 x 10 / 365
        var terms = TERMS.penalty("0.18", Penalty.On.OVERDUE_INSTALLMENT, 0);
        assertThat(penalties(terms, "2026-02-11")).isEqualTo(cny("20.12"));
    }

    @Test
    void itIsPaidFirstAndStopsWithTheRow() {
        // 3956.87 x 0.18 x 10 / 365 = 19.51
        var facts = List.<Fact>of(new Fact.Repayment("p", LocalDate.parse("2026-02-11"), cny("4098.68")));

        var statement = LoanEngine.statement(TERMS.terms(), SampleTerms.RULES, facts, LocalDate.parse("2026-02-25"));

        var parts = statement.share("p").orElseThrow().parts();
        assertThat(parts.penalties()).isEqualTo(cny("19.51"));
        assertThat(parts.principal()).isEqualTo(cny("3956.87"));
        assertThat(statement.outstanding().penalties()).isEqualTo(cny("0.00"));
    }

    private static Money penalties(SampleTerms terms, String asOf) {
        return LoanEngine.statement(terms.terms(), SampleTerms.RULES, List.of(), LocalDate.parse(asOf))
                .outstanding()
                .penalties();
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
