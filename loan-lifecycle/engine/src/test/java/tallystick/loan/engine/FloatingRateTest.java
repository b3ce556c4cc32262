package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Rates that follow an index, on 1200.00 in four months with interest by whole months. */
class FloatingRateTest {
    private static final SampleTerms TERMS = SampleTerms.of(Money.of("EUR", "1200.00"), "2026-01-01", "P1M", 4)
            .interestPeriod(InterestPeriod.PER_PERIOD)
            .amortization(Amortization.EQUAL_PRINCIPAL);

    @Test
    void aResetOnADueDateHoldsForTheRowsAfterIt() {
        // 1 % of 1200 and 900, then 2 % of 600 and 300.
        assertThat(interest(TERMS, floating("0.04", null, null, "2026-03-01", "0.20")))
                .containsExactly("12.00", "9.00", "12.00", "6.00");
    }

    @Test
    void aResetWithinAPeriodCutsItByDays() {
        // March: 15 days at 1 % and 16 at 2 % of 31, on 600.
        assertThat(interest(TERMS, floating("0.04", null, null, "2026-03-16", "0.20")))
                .containsExactly("12.00", "9.00", "9.10", "6.00");
    }

    @Test
    void capAndFloorBoundIndexAndSpread() {
        assertThat(interest(TERMS, floating("0.04", "0.18", null, "2026-03-01", "0.20")))
                .endsWith("9.00", "4.50");
        assertThat(interest(TERMS, floating("0.04", null, "0.06", "2026-03-01", "-0.01")))
                .endsWith("3.00", "1.50");
        assertThatThrownBy(() -> floating("0.04", "0.01", "0.02", "2026-03-01", "0.20"))
                .hasMessage("floating.cap 0.01 must not be below the floor of 0.02");
    }

    @Test
    void theInstalmentIsPlannedAnewWithTheRateThatIsKnown() {
        var terms = TERMS.amortization(Amortization.EQUAL_INSTALLMENTS)
                .with(draft -> draft.rates(floating("0.04", null, null, "2026-03-01", "0.20")));
        var totals = LoanEngine.schedule(terms.terms()).due().stream()
                .map(row -> row.total().amount().toString())
                .toList();
        // 1200 at 1 % in four rows is 307.54 each; 603.... at 2 % in two rows is more.
        assertThat(totals.subList(0, 2)).containsExactly("307.54", "307.54");
        assertThat(totals.get(2)).isNotEqualTo("307.54");
        assertThat(totals.get(2)).isEqualTo(totals.get(3));
    }

    @Test
    void aRestructureKeepsTheResetsThatAreToCome() {
        var terms = TERMS.with(draft -> draft.rates(List.of(
                new RateStep(LocalDate.parse("2026-02-01"), Rate.of("0.24")),
                new RateStep(LocalDate.parse("2026-04-01"), Rate.of("0.36")))));
        var dates = NewTerms.dueDates(
                List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"), LocalDate.parse("2026-05-01")));
        var facts = List.<Fact>of(new Fact.Restructure("r", LocalDate.parse("2026-02-01"), dates));
        var rows = LoanEngine.statement(terms.terms(), SampleTerms.RULES, facts, LocalDate.parse("2026-02-01"))
                .rows();
        // 2 % of 900 and 600, then 3 % of 300.
        assertThat(rows)
                .extracting(row -> row.row().interest().amount().toString())
                .containsExactly("12.00", "18.00", "12.00", "9.00");
    }

    @Test
    void resetsRise() {
        var twice = List.of(
                new RateStep(LocalDate.parse("2026-03-01"), Rate.of("0.1")),
                new RateStep(LocalDate.parse("2026-03-01"), Rate.of("0.2")));
        assertThatThrownBy(() -> TERMS.with(draft -> draft.rates(twice)))
                .hasMessage("rates.1.from 2026-03-01 must be after the one before it 2026-03-01");
    }

    private static List<RateStep> floating(
            String spread, @Nullable String cap, @Nullable String floor, String reset, String index) {
        var fixings = List.of(new FloatingRate.Fixing(LocalDate.parse(reset), Rate.of(index)));
        return new FloatingRate("EURIBOR 3M", Rate.of(spread), rate(cap), rate(floor), fixings).steps();
    }

    private static @Nullable Rate rate(@Nullable String text) {
        return text == null ? null : Rate.of(text);
    }

    private static List<String> interest(SampleTerms terms, List<RateStep> rates) {
        return LoanEngine.schedule(terms.with(draft -> draft.rates(rates)).terms()).due().stream()
                .map(row -> row.interest().amount().toString())
                .toList();
    }
}
