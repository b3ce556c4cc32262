package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

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
        var day = LocalDate.parse(start);
        var rows = new ArrayList<Row>();
        var none = Parts.none(LENT.currency());
        var deducted = none.plus(Component.FEE, Units.of(Money.of("EUR", fee)));
        rows.add(new Row(0, RowType.PAYOUT, day, day, deducted, Units.of(Money.of("EUR", lent))));
        for (var each : paid) {
            var parts = none.plus(Component.PRINCIPAL, Units.of(Money.of("EUR", each.amount())));
            rows.add(new Row(rows.size(), RowType.INSTALLMENT, day, LocalDate.parse(each.due()), parts, 0));
        }
        return Yields.of(SampleTerms.example().terms(), new Schedule(LENT.currency(), rows));
    }
}
