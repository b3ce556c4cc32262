package tallystick.loan.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.DueDates;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Parts;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.RowType;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsDraft;

/** Rates of cost by the examples that the laws themselves print. */
class YieldsTest {
    private static final Money LENT = Money.of("EUR", "1000.00");

    @Test
    void regulationZMonthlyPayments() {
        // 12 CFR 1026, appendix J (c)(1): 1,000 advanced on 10 January 1978, 36 payments of 33.61: 12.83 %.
        var yields = yields("1000.00", "0.00", "1978-01-10", months("1978-02-10", 36, "33.61"));
        assertThat(Objects.requireNonNull(yields.aprUs()).doubleValue()).isBetween(0.12825, 0.12835);
    }

    @Test
    void regulationZLongFirstPeriod() {
        // The same place: 6,000 advanced on 10 February 1978, 36 payments of 200 from 1 April: 11.82 %.
        var yields = yields("6000.00", "0.00", "1978-02-10", months("1978-04-01", 36, "200.00"));
        assertThat(Objects.requireNonNull(yields.aprUs()).doubleValue()).isBetween(0.11815, 0.11825);
    }

    @Test
    void regulationZSemimonthlyPaymentsShortFirstPeriod() {
        // (c)(1): 5,000 advanced on 23 February 1978, 24 payments of 219.17 from 1 March: 10.34 %.
        assertThat(aprUs("HALF_MONTH", "5000.00", "1978-02-23", "1978-03-01", 24, "219.17"))
                .isBetween(0.10335, 0.10345);
    }

    @Test
    void regulationZQuarterlyPaymentsLongFirstPeriod() {
        // (c)(1): 10,000 advanced on 23 May 1978, 40 payments of 385.00 from 1 October: 8.97 %.
        assertThat(aprUs("P3M", "10000.00", "1978-05-23", "1978-10-01", 40, "385.00"))
                .isBetween(0.08965, 0.08975);
    }

    @Test
    void regulationZWeeklyPaymentsLongFirstPeriod() {
        // (c)(1): 500 advanced on 20 March 1978, 30 payments of 17.60 from 21 April: 14.96 %.
        assertThat(aprUs("P1W", "500.00", "1978-03-20", "1978-04-21", 30, "17.60"))
                .isBetween(0.14955, 0.14965);
    }

    @Test
    void yearlyPaymentsHaveAYearAsUnitPeriod() {
        // 1000 that cost 100 after one year are 10 %, whatever a month would compound to.
        assertThat(aprUs("P1Y", "1000.00", "2026-01-01", "2027-01-01", 1, "1100.00"))
                .isEqualTo(0.1);
        // Half a year before: 6 months are half a unit, at simple interest.
        assertThat(aprUs("P12M", "1000.00", "2026-01-01", "2026-07-01", 1, "1050.00"))
                .isEqualTo(0.1);
    }

    private static double aprUs(String every, String lent, String start, String first, int count, String amount) {
        var step = Step.parse(every);
        var paid = new ArrayList<Paid>();
        for (var nr = 0; nr < count; nr++) {
            paid.add(new Paid(step.after(LocalDate.parse(first), nr).toString(), amount));
        }
        var terms = example(step);
        return Objects.requireNonNull(
                        Yields.of(terms, schedule(lent, "0.00", start, paid)).aprUs())
                .doubleValue();
    }

    @Test
    void europeanSinglePayment() {
        // Directive 98/7/EC, annex III: 1,000 lent on 1 January 1994, 1,200 repaid on 1 July 1995, 546 days: 12.96 %.
        assertThat(yields("1000.00", "0.00", "1994-01-01", List.of(row("1995-07-01", "1200.00")))
                        .aprcEu())
                .isEqualTo("0.129620");
    }

    @Test
    void europeanDeductedFee() {
        // Its second example: the lender keeps 50 for its expenses: 16.9 %.
        assertThat(yields("1000.00", "50.00", "1994-01-01", List.of(row("1995-07-01", "1200.00")))
                        .aprcEu())
                .isEqualTo("0.169026");
    }

    @Test
    void europeanTwoYearlyPayments() {
        // Its third example: 600 after one year and 600 after two: 13.07 %.
        var rows = List.of(row("1995-01-01", "600.00"), row("1996-01-01", "600.00"));
        assertThat(yields("1000.00", "0.00", "1994-01-01", rows).aprcEu()).isEqualTo("0.130662");
    }

    @Test
    void thereIsNoRateWhereLessComesBackThanWasPaidOut() {
        var yields = yields("1000.00", "0.00", "1994-01-01", List.of(row("1995-01-01", "999.00")));
        assertThat(yields).isEqualTo(new Yields(null, null, null, null, null, null));
    }

    @Test
    void moneyWithoutInterestHasARateOfZero() {
        assertThat(yields("1000.00", "0.00", "1994-01-01", List.of(row("1995-01-01", "1000.00")))
                        .aprUs())
                .isEqualTo("0.000000");
    }

    private record Paid(String due, String amount) {}

    private static Paid row(String due, String amount) {
        return new Paid(due, amount);
    }

    private static List<Paid> months(String first, int count, String amount) {
        return DueDates.of(LocalDate.parse(first).minusMonths(1), null, Step.parse("P1M"), count).stream()
                .map(due -> new Paid(due.toString(), amount))
                .toList();
    }

    private static Yields yields(String lent, String fee, String start, List<Paid> paid) {
        return Yields.of(example(Step.parse("P1M")), schedule(lent, fee, start, paid));
    }

    private static Schedule schedule(String lent, String fee, String start, List<Paid> paid) {
        var day = LocalDate.parse(start);
        var rows = new ArrayList<Row>();
        var none = Parts.none(LENT.currency());
        var deducted = none.plus(Component.FEE, units(fee));
        rows.add(new Row(0, RowType.PAYOUT, day, day, deducted, units(lent)));
        for (var each : paid) {
            var parts = none.plus(Component.PRINCIPAL, units(each.amount()));
            rows.add(new Row(rows.size(), RowType.INSTALLMENT, day, LocalDate.parse(each.due()), parts, 0));
        }
        return new Schedule(LENT.currency(), rows);
    }

    private static LoanTerms example(Step every) {
        var start = LocalDate.parse("2026-01-01");
        return new TermsDraft(LENT, Rate.of("0.12"), start, every, DueDates.of(start, null, every, 3)).terms();
    }

    private static long units(String amount) {
        return Money.of("EUR", amount).minorUnits().longValueExact();
    }
}
