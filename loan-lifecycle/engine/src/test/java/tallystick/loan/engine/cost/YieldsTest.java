package tallystick.loan.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /**
     * 12 CFR 1026, appendix J (c)(1) to (c)(5)(i): amounts, dates and rates as the tests of the open library
     * FSharp.Finance.Personal quote them from the published text. They agree with our arithmetic to the last digit.
     */
    @ParameterizedTest(name = "({0}): {7} %")
    @CsvSource({
        "c 1 i, P1M, 5000.00, 1978-01-10, 1978-02-10, 24, 230.00, 9.69",
        "c 1 ii, P1M, 6000.00, 1978-02-10, 1978-04-01, 36, 200.00, 11.82",
        "c 1 iii, HALF_MONTH, 5000.00, 1978-02-23, 1978-03-01, 24, 219.17, 10.34",
        "c 1 iv, P3M, 10000.00, 1978-05-23, 1978-10-01, 40, 385.00, 8.97",
        "c 1 v, P1W, 500.00, 1978-03-20, 1978-04-21, 30, 17.60, 14.96",
        "c 5 i, P1M, 1000.00, 1978-01-03, 1978-09-15, 1, 1080.00, 11.45",
    })
    void regulationZ(
            String place, String every, String lent, String start, String first, int count, String each, String rate) {
        assertThat(percent(aprUs(Step.parse(every), lent, start, payments(every, first, count, each))))
                .as(place)
                .isEqualTo(rate);
    }

    /** The same source: the first payment, the last one or both differ. */
    @ParameterizedTest(name = "({0}): {8} %")
    @CsvSource({
        "c 2 i, P1M, 5000.00, 1978-01-10, 1978-02-10, 24, 230.00, 250.00 230.00, 10.08",
        "c 2 ii, P4W, 400.00, 1978-03-18, 1978-04-20, 12, 38.31, 39.50 38.31, 28.50",
        "c 3 i, P1M, 5000.00, 1978-01-10, 1978-02-10, 24, 230.00, 230.00 280.00, 10.50",
        "c 3 ii, P2W, 200.00, 1978-04-03, 1978-04-11, 20, 9.50, 9.50 30.00, 12.22",
        "c 4 i, P1M, 5000.00, 1978-01-10, 1978-02-10, 24, 230.00, 250.00 280.00, 10.90",
        "c 4 ii, P2M, 8000.00, 1978-01-10, 1978-03-01, 20, 465.00, 449.36 200.00, 7.30",
    })
    void regulationZWithOddPayments(
            String place,
            String every,
            String lent,
            String start,
            String first,
            int count,
            String each,
            String odd,
            String rate) {
        var paid = payments(every, first, count, each);
        paid.set(0, new Paid(paid.getFirst().due(), odd.split(" ")[0]));
        paid.set(count - 1, new Paid(paid.getLast().due(), odd.split(" ")[1]));
        assertThat(percent(aprUs(Step.parse(every), lent, start, paid)))
                .as(place)
                .isEqualTo(rate);
    }

    /**
     * Appendix J (b)(9) prints 12.83 % for its example of iterating. The amounts here, 36 payments of 33.61 on 1,000, are
     * recalled and not read; the annuity of 12.83 % / 12 over 36 months is 33.61.
     */
    @Test
    void regulationZIteration() {
        assertThat(percent(
                        aprUs(Step.parse("P1M"), "1000.00", "1978-01-10", payments("P1M", "1978-02-10", 36, "33.61"))))
                .isEqualTo("12.83");
    }

    /**
     * One payment, (c)(5)(ii) to (iv): amounts and rates recalled and not read; each is checked by the algebra beside it.
     */
    @ParameterizedTest(name = "{1} to {2}: {4} %")
    @CsvSource({
        "2 x 44 / 1000, 1978-07-15, 1979-01-15, 1044.00, 8.80",
        "(1 + i)(1 + i / 2) = 1.13519, 1978-01-17, 1979-07-17, 1135.19, 8.76",
        "(1 + i)^2 = 1.24, 1978-01-03, 1980-01-03, 1240.00, 11.36",
    })
    void regulationZSinglePayment(String algebra, String start, String due, String amount, String rate) {
        assertThat(percent(aprUs(Step.parse("P1M"), "1000.00", start, List.of(row(due, amount)))))
                .as(algebra)
                .isEqualTo(rate);
    }

    /** (b)(3)(iv): the last day of a month answers to the last, and that of February to the 29th and 30th. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-02-28, 2026-03-31",
        "2026-01-30, 2026-02-28, 2026-03-30",
        "2026-01-31, 2026-02-28, 2026-03-31",
        "2026-02-28, 2026-03-31, 2026-04-30",
        "2025-12-31, 2026-01-31, 2026-02-28",
    })
    void fromMonthEndToMonthEndIsAMonth(String start, String first, String last) {
        var paid = List.of(row(first, "10.00"), row(last, "1010.00"));
        assertThat(aprUs(Step.parse("P1M"), "1000.00", start, paid)).isEqualTo("0.120000");
        assertThat(aprUs(Step.parse("P1M"), "1000.00", start, List.of(row(first, "1010.00"))))
                .isEqualTo("0.120000");
    }

    @Test
    void aBulletOfMonthlyRowsWithoutMoneyIsASinglePayment() {
        var rows = List.of(row("2026-02-01", "0.00"), row("2026-03-01", "0.00"), row("2026-04-01", "1030.00"));
        assertThat(aprUs(Step.parse("P1M"), "1000.00", "2026-01-01", rows)).isEqualTo("0.120000");
    }

    @Test
    void yearlyPaymentsHaveAYearAsUnitPeriod() {
        // 1000 that cost 100 a year are 10 %, whatever a month would compound to.
        var yearly = List.of(row("2027-01-01", "100.00"), row("2028-01-01", "1100.00"));
        assertThat(aprUs(Step.parse("P1Y"), "1000.00", "2026-01-01", yearly)).isEqualTo("0.100000");
        // Half a year before: 6 months are half a unit, at simple interest.
        var half = List.of(row("2026-07-01", "50.00"), row("2027-07-01", "1100.00"));
        assertThat(aprUs(Step.parse("P12M"), "1000.00", "2026-01-01", half)).isEqualTo("0.100000");
    }

    private static BigDecimal aprUs(Step every, String lent, String start, List<Paid> paid) {
        return Objects.requireNonNull(
                Yields.of(example(every), schedule(lent, "0.00", start, paid)).aprUs());
    }

    /** As the appendix prints it. */
    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static List<Paid> payments(String every, String first, int count, String each) {
        var paid = new ArrayList<Paid>();
        for (var nr = 0; nr < count; nr++) {
            paid.add(row(Step.parse(every).after(LocalDate.parse(first), nr).toString(), each));
        }
        return paid;
    }

    @Test
    void europeanSinglePayment() {
        // Directive 98/7/EC, annex III, calculation on a calendar basis: 1,000 lent on 1 January 1994, 1,200 repaid on
        // 1 July 1995, 546 days: 12.96 %.
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
        // Its third example: 600 after one year and 600 after two: 0.1306623.
        var rows = List.of(row("1995-01-01", "600.00"), row("1996-01-01", "600.00"));
        assertThat(yields("1000.00", "0.00", "1994-01-01", rows).aprcEu()).isEqualTo("0.130662");
    }

    @Test
    void europeanEqualMonths() {
        // Part B of the same annex, months being equal; its rates are recalled, and follow from 1.2^(1/1.5) and the
        // like.
        assertThat(equalMonths("0.00", row("1995-07-01", "1200.00"))).isEqualTo("0.129243");
        assertThat(equalMonths("50.00", row("1995-07-01", "1200.00"))).isEqualTo("0.168526");
        assertThat(equalMonths(
                        "0.00", row("1994-04-01", "272.00"), row("1994-07-01", "272.00"), row("1995-01-01", "544.00")))
                .isEqualTo("0.131855");
        // A day before a whole month is a 365th of a year: 1.001^365.
        assertThat(equalMonths("0.00", row("1994-01-02", "1001.00"))).isEqualTo("0.440251");
    }

    @Test
    void weeksAreFiftySecondsOfAYear() {
        var paid = List.of(row("1994-01-15", "1010.00"));
        var yields = Yields.of(example(Step.parse("P1W")), schedule("1000.00", "0.00", "1994-01-01", paid));
        // 1.01^26.
        assertThat(yields.aprcEuEqualMonths()).isEqualTo("0.295256");
    }

    private static @Nullable BigDecimal equalMonths(String fee, Paid... paid) {
        return yields("1000.00", fee, "1994-01-01", List.of(paid)).aprcEuEqualMonths();
    }

    @Test
    void thereIsNoRateWhereLessComesBackThanWasPaidOut() {
        var yields = yields("1000.00", "0.00", "1994-01-01", List.of(row("1995-01-01", "999.00")));
        assertThat(yields).isEqualTo(new Yields(null, null, null, null, null, null, null));
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
