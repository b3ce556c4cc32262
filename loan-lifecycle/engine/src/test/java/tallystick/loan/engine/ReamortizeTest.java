package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** Money before its time that is spread over seven rows of 100 yen each. */
class ReamortizeTest {
    private static final AllocationRules EVENLY = AllocationRules.of(AllocationRule.complete(
            SampleTerms.RULES.standard().order(), AllocationRule.Across.ROWS, AllocationRule.Future.REAMORTIZE));

    @Test
    void theLastRowTakesWhatRoundingLeft() {
        assertThat(paid(700)).containsExactly(100L, 100L, 100L, 100L, 100L, 100L, 100L);
        assertThat(paid(70)).containsExactly(10L, 10L, 10L, 10L, 10L, 10L, 10L);
        assertThat(paid(10)).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 4L);
    }

    @Test
    void wherePortionsAreRoundedUpTheLastRowsGetNothing() {
        assertThat(paid(4)).containsExactly(1L, 1L, 1L, 1L, 0L, 0L, 0L);
        assertThat(paid(13)).containsExactly(2L, 2L, 2L, 2L, 2L, 2L, 1L);
    }

    private static List<Long> paid(long yen) {
        var terms = SampleTerms.of(Money.of("JPY", "700"), "2026-01-01", "P1M", 7)
                .rate("0")
                .amortization(Amortization.EQUAL_PRINCIPAL)
                .terms();
        var day = LocalDate.parse("2026-01-02");
        var payment = new Fact.GoodwillCredit("p", day, Money.ofMinor(terms.currency(), yen));
        var statement = LoanEngine.statement(terms, EVENLY, List.of(payment), day);
        return statement.rows().stream().map(row -> row.paid().totalUnits()).toList();
    }
}
