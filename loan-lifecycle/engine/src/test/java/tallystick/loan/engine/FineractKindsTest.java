package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/**
 * Kinds of Fineract's arithmetic that its published figures do not show, by the formulas of its source
 * (LoanApplicationTerms and ProgressiveEMICalculator), in figures that can be done by hand.
 */
class FineractKindsTest {
    private static final SampleTerms TERMS = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-01", "P1M", 4)
            .interestPeriod(InterestPeriod.PER_PERIOD)
            .with(draft -> draft.convention(Convention.FINERACT_CUMULATIVE));

    @Test
    void aProgressivePeriodHasTheDaysOfItsSteps() {
        assertThat(firstInterest("P2W", Convention.FINERACT_PROGRESSIVE)).isEqualTo("5.60");
        assertThat(firstInterest("P2M", Convention.FINERACT_PROGRESSIVE)).isEqualTo("24.00");
        assertThat(firstInterest("HALF_MONTH", Convention.FINERACT_PROGRESSIVE)).isEqualTo("6.00");
        assertThat(firstInterest("P2Y", Convention.FINERACT_PROGRESSIVE)).isEqualTo("288.00");
        assertThat(firstInterest("P10D", Convention.FINERACT_PROGRESSIVE)).isEqualTo("4.00");
        assertThat(firstInterest("P2M", Convention.FINERACT_CUMULATIVE)).isEqualTo("24.00");
        assertThat(firstInterest("P2Y", Convention.FINERACT_CUMULATIVE)).isEqualTo("288.00");
    }

    /** Of 1,200.00 at 12 % by days of 30/360: 0.40 a day. */
    private static String firstInterest(String every, Convention convention) {
        var terms = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-01", every, 2)
                .with(draft -> draft.dayCount(DayCount.THIRTY_360).convention(convention))
                .amortization(Amortization.EQUAL_PRINCIPAL);
        return LoanEngine.schedule(terms.terms())
                .due()
                .getFirst()
                .interest()
                .amount()
                .toString();
    }

    @Test
    void since2025WholeMonthsAndWeeksArePartsOfAYear() {
        var weeks = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-01", "P1W", 2)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .amortization(Amortization.EQUAL_PRINCIPAL)
                .with(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE_2025));
        // 1,200.00 x 0.12 / 52, and / 12.
        assertThat(rows(weeks).getFirst()).endsWith("+ 2.77");
        var months = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-01", "P1M", 2)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .amortization(Amortization.EQUAL_PRINCIPAL)
                .with(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE_2025));
        assertThat(rows(months).getFirst()).endsWith("+ 12.00");
        var days = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-01", "P10D", 2)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .amortization(Amortization.EQUAL_PRINCIPAL)
                .with(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE_2025));
        // Ten of 365 days: 3.95.
        assertThat(rows(days).getFirst()).endsWith("+ 3.95");
    }

    @Test
    void chargesAfterTheEndShareOneRow() {
        var facts = List.<Fact>of(
                charge("a", "2026-05-10", "3.00"),
                charge("b", "2026-06-10", "4.00"),
                charge("c", "2026-05-20", "5.00"));
        var rows = LoanEngine.statement(TERMS.terms(), SampleTerms.RULES, facts, LocalDate.parse("2026-07-01"))
                .rows();
        assertThat(rows).hasSize(5);
        assertThat(rows.getLast().row().fees()).isEqualTo(Money.of("USD", "12.00"));
        assertThat(rows.getLast().row().due()).isEqualTo("2026-06-10");
        var ours = TERMS.with(draft -> draft.convention(Convention.STANDARD)).terms();
        assertThat(LoanEngine.statement(ours, SampleTerms.RULES, facts, LocalDate.parse("2026-07-01"))
                        .rows())
                .hasSize(6);
    }

    private static Fact charge(String id, String due, String amount) {
        var day = LocalDate.parse("2026-01-02");
        return new Fact.Charge(id, day, Fact.Charge.Kind.FEE, LocalDate.parse(due), Money.of("USD", amount));
    }

    @Test
    void flatInterestOfGraceIsSharedOutOverTheOtherRows() {
        var flat = TERMS.method(Method.FLAT);
        assertThat(rows(flat.grace(0, 2, 0)))
                .containsExactly("300.00 + 0.00", "300.00 + 0.00", "300.00 + 24.00", "300.00 + 24.00");
        assertThat(rows(flat.grace(0, 0, 1)))
                .containsExactly("300.00 + 0.00", "300.00 + 12.00", "300.00 + 12.00", "300.00 + 12.00");
        assertThat(rows(flat.grace(0, 2, 0).amortization(Amortization.EQUAL_PRINCIPAL)))
                .containsExactly("300.00 + 0.00", "300.00 + 0.00", "300.00 + 36.00", "300.00 + 12.00");
    }

    @Test
    void flatInterestByDaysCountsThoseOfTheWholeTerm() {
        // 1200.00 x 0.12 / 365 x 120 days = 47.34; 11.84 a row (half to even), and the rest.
        assertThat(rows(TERMS.method(Method.FLAT).interestPeriod(InterestPeriod.DAILY)))
                .containsExactly("300.00 + 11.84", "300.00 + 11.84", "300.00 + 11.84", "300.00 + 11.82");
    }

    @Test
    void withAMultipleAFlatInstalmentComesToOne() {
        // 12.50 of interest counts as 12 (half to even), and 312.50 of principal as 312: 324 less 12.50.
        var terms = SampleTerms.of(Money.of("USD", "1250.00"), "2026-01-01", "P1M", 4)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .with(draft -> draft.convention(Convention.FINERACT_CUMULATIVE))
                .method(Method.FLAT)
                .rounding(RoundingMode.HALF_EVEN, 100);
        assertThat(rows(terms)).containsExactly("311.50 + 12.50", "311.50 + 12.50", "311.50 + 12.50", "315.50 + 12.50");
    }

    @Test
    void equalPrincipalKnowsNoMultiple() {
        var terms = SampleTerms.of(Money.of("USD", "1000.00"), "2026-01-01", "P1M", 3)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .with(draft -> draft.convention(Convention.FINERACT_CUMULATIVE))
                .amortization(Amortization.EQUAL_PRINCIPAL)
                .rounding(RoundingMode.HALF_EVEN, 100);
        assertThat(rows(terms)).containsExactly("333.33 + 10.00", "333.33 + 6.67", "333.34 + 3.33");
    }

    @Test
    void anInstalmentByDaysIsThatOfMonthsOfThirtyDays() {
        // 1200 at 0.12 / 365 x 30 in four periods: 307.43; January has 31 days of interest, 12.23.
        var rows = rows(TERMS.interestPeriod(InterestPeriod.DAILY));
        assertThat(rows.getFirst()).isEqualTo("295.20 + 12.23");
    }

    @Test
    void monthsOfThirtyDaysAreWholeWhateverTheirDays() {
        var terms = TERMS.interestPeriod(InterestPeriod.DAILY)
                .dayCount("30/360")
                .amortization(Amortization.EQUAL_PRINCIPAL);
        assertThat(rows(terms)).containsExactly("300.00 + 12.00", "300.00 + 9.00", "300.00 + 6.00", "300.00 + 3.00");
    }

    @Test
    void stepsByDaysHaveTheYearOfTheDayCount() {
        // 15 / 360 of 12 % is 0.5 %.
        var terms = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-01", "P15D", 2)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .with(draft -> draft.convention(Convention.FINERACT_CUMULATIVE))
                .dayCount("ACT/360")
                .amortization(Amortization.EQUAL_PRINCIPAL);
        assertThat(rows(terms)).containsExactly("600.00 + 6.00", "600.00 + 3.00");
    }

    @Test
    void aLaterTrancheAddsItsOwnPartToEachRow() {
        // 1000 / 3 = 333.33 each; 100 / 2 = 50.00 more in the second and third row.
        var tranches = List.of(
                new Disbursement(LocalDate.parse("2026-01-01"), Money.of("USD", "1000.00")),
                new Disbursement(LocalDate.parse("2026-02-10"), Money.of("USD", "100.00")));
        var terms = SampleTerms.of(Money.of("USD", "1100.00"), "2026-01-01", "P1M", 3)
                .with(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE).disbursements(tranches))
                .rate("0");
        assertThat(rows(terms)).containsExactly("333.33 + 0.00", "383.33 + 0.00", "383.34 + 0.00");
    }

    @Test
    void since2025ActualDaysDoNotLookAtTheMonth() {
        // From 31 January to 28 February: 28 days of a year, where before it were 31 x 28 / 28.
        var terms = SampleTerms.of(Money.of("USD", "1200.00"), "2026-01-31", "P1M", 2)
                .amortization(Amortization.INTEREST_ONLY);
        assertThat(rows(terms.with(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE_2025))))
                .startsWith("0.00 + 11.05");
        assertThat(rows(terms.with(draft -> draft.convention(Convention.FINERACT_PROGRESSIVE))))
                .startsWith("0.00 + 12.23");
    }

    private static List<String> rows(SampleTerms terms) {
        return LoanEngine.schedule(terms.terms()).due().stream()
                .map(row -> row.principal().amount() + " + " + row.interest().amount())
                .toList();
    }
}
