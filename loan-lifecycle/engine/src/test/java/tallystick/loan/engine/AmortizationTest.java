package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** How the principal comes back, in figures that can be done by hand: 1200.00 at 12 %, 1 % a month, four months. */
class AmortizationTest {
    private static final SampleTerms TERMS = SampleTerms.of(Money.of("EUR", "1200.00"), "2026-01-01", "P1M", 4)
            .interestPeriod(InterestPeriod.PER_PERIOD);

    @Test
    void equalPrincipal() {
        assertThat(rows(TERMS.amortization(Amortization.EQUAL_PRINCIPAL)))
                .containsExactly("300.00 + 12.00", "300.00 + 9.00", "300.00 + 6.00", "300.00 + 3.00");
    }

    @Test
    void interestOnlyPaysThePrincipalLast() {
        assertThat(rows(TERMS.amortization(Amortization.INTEREST_ONLY)))
                .containsExactly("0.00 + 12.00", "0.00 + 12.00", "0.00 + 12.00", "1200.00 + 12.00");
    }

    @Test
    void bulletPaysEverythingLast() {
        assertThat(rows(TERMS.amortization(Amortization.BULLET)))
                .containsExactly("0.00 + 0.00", "0.00 + 0.00", "0.00 + 0.00", "1200.00 + 48.00");
    }

    @Test
    void flatBearsInterestOnTheAmountFirstLent() {
        assertThat(rows(TERMS.method(Method.FLAT)))
                .containsExactly("300.00 + 12.00", "300.00 + 12.00", "300.00 + 12.00", "300.00 + 12.00");
    }

    @Test
    void flatInterestNeverGoesBelowNothing() {
        // 20 yen over 24 rows: one each, rounded up, until they are gone.
        var terms = SampleTerms.of(Money.of("JPY", "1000"), "2026-01-01", "P1M", 24)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .method(Method.FLAT)
                .rate("0.01");
        var interest = LoanEngine.schedule(terms.terms()).due().stream()
                .map(row -> row.parts().interestUnits())
                .toList();
        assertThat(interest.subList(0, 20)).containsOnly(1L);
        assertThat(interest.subList(20, 24)).containsOnly(0L);
    }

    @Test
    void anAgreedInstalmentEndsTheLoanWhenItIsPaid() {
        var terms = TERMS.with(draft -> draft.amortization(Amortization.FIXED_INSTALLMENT)
                .agreed(Agreed.installment(Money.of("EUR", "512.00"))));
        assertThat(rows(terms)).containsExactly("500.00 + 12.00", "505.00 + 7.00", "195.00 + 1.95");
    }

    @Test
    void anAgreedInstalmentLeavesABalloonInTheLastRow() {
        var terms = TERMS.with(draft -> draft.amortization(Amortization.FIXED_INSTALLMENT)
                .agreed(Agreed.installment(Money.of("EUR", "112.00"))));
        assertThat(rows(terms)).containsExactly("100.00 + 12.00", "101.00 + 11.00", "102.01 + 9.99", "896.99 + 8.97");
    }

    @Test
    void agreedPrincipalsAreTakenRowByRow() {
        var amounts = List.of(
                Money.of("EUR", "0.00"),
                Money.of("EUR", "200.00"),
                Money.of("EUR", "400.00"),
                Money.of("EUR", "600.00"));
        var terms = TERMS.with(draft -> draft.amortization(Amortization.CUSTOM).agreed(Agreed.principals(amounts)));
        assertThat(rows(terms)).containsExactly("0.00 + 12.00", "200.00 + 12.00", "400.00 + 10.00", "600.00 + 6.00");
    }

    @Test
    void aFinancedFeeIsLentAndTaxesComeWithTheFees() {
        var schedule = LoanEngine.schedule(TERMS.amortization(Amortization.EQUAL_PRINCIPAL)
                .with(draft -> draft.fees(List.of(new Fee("opening", Fee.When.FINANCED, Money.of("EUR", "40.00"))))
                        .taxes(List.of(
                                new Tax("VAT on interest", new BigDecimal("0.06"), Tax.On.INTEREST),
                                new Tax("VAT on fees", new BigDecimal("0.10"), Tax.On.FEES))))
                .terms());
        // 40.00 and 4.00 of tax are lent on top; the customer gets 1200.00.
        assertThat(schedule.rows().getFirst().balance()).isEqualTo(Money.of("EUR", "1244.00"));
        assertThat(schedule.rows().getFirst().fees()).isEqualTo(Money.of("EUR", "44.00"));
        assertThat(schedule.due().getFirst().principal()).isEqualTo(Money.of("EUR", "311.00"));
        // 12.44 x 0.06
        assertThat(schedule.due().getFirst().fees()).isEqualTo(Money.of("EUR", "0.75"));
    }

    @Test
    void graceOnPrincipalLeavesMoreForTheRowsAfterIt() {
        assertThat(rows(TERMS.amortization(Amortization.EQUAL_PRINCIPAL).grace(1, 0, 0)))
                .containsExactly("0.00 + 12.00", "400.00 + 12.00", "400.00 + 8.00", "400.00 + 4.00");
    }

    @Test
    void graceOnInterestMovesItBehindAndInterestFreeForgetsIt() {
        var terms = TERMS.amortization(Amortization.EQUAL_PRINCIPAL);
        assertThat(rows(terms.grace(0, 2, 0)))
                .containsExactly("300.00 + 0.00", "300.00 + 0.00", "300.00 + 27.00", "300.00 + 3.00");
        assertThat(rows(terms.grace(0, 0, 2)))
                .containsExactly("300.00 + 0.00", "300.00 + 0.00", "300.00 + 6.00", "300.00 + 3.00");
    }

    @Test
    void instalmentsAreMultiplesAndTheLastTakesTheRest() {
        assertThat(rows(TERMS.rounding(RoundingMode.HALF_EVEN, 1000)))
                .containsExactly("298.00 + 12.00", "300.98 + 9.02", "303.99 + 6.01", "297.03 + 2.97");
    }

    @Test
    void aDownPaymentIsDueWithThePayout() {
        assertThat(rows(TERMS.amortization(Amortization.EQUAL_PRINCIPAL).downPayment("25")))
                .containsExactly("300.00 + 0.00", "225.00 + 9.00", "225.00 + 6.75", "225.00 + 4.50", "225.00 + 2.25");
    }

    @Test
    void aSecondPayoutRaisesTheRowsAfterIt() {
        var terms = TERMS.amortization(Amortization.EQUAL_PRINCIPAL)
                .disbursements(List.of(
                        new Disbursement(LocalDate.parse("2026-01-01"), Money.of("EUR", "600.00")),
                        new Disbursement(LocalDate.parse("2026-03-01"), Money.of("EUR", "600.00"))));
        assertThat(rows(terms)).containsExactly("150.00 + 6.00", "150.00 + 4.50", "450.00 + 9.00", "450.00 + 4.50");
    }

    @Test
    void aPayoutWithinAPeriodBearsInterestFromItsDay() {
        var terms = TERMS.interestPeriod(InterestPeriod.DAILY)
                .amortization(Amortization.INTEREST_ONLY)
                .disbursements(List.of(
                        new Disbursement(LocalDate.parse("2026-01-01"), Money.of("EUR", "800.00")),
                        new Disbursement(LocalDate.parse("2026-01-16"), Money.of("EUR", "400.00"))));
        // 800.00 for 15 days and 1,200.00 for 16 of 365 at 12 %: 3.945 + 6.312.
        assertThat(rows(terms).getFirst()).isEqualTo("0.00 + 10.26");
    }

    @Test
    void aPayoutWithinTheGraceLeavesMoreForTheRowsAfterIt() {
        var terms = TERMS.grace(2, 0, 0)
                .disbursements(List.of(
                        new Disbursement(LocalDate.parse("2026-01-01"), Money.of("EUR", "600.00")),
                        new Disbursement(LocalDate.parse("2026-02-01"), Money.of("EUR", "600.00"))));
        // 1,200.00 at 1 % in two rows: 609.01 each.
        assertThat(rows(terms)).containsExactly("0.00 + 6.00", "0.00 + 12.00", "597.01 + 12.00", "602.99 + 6.03");
    }

    @Test
    void wholeMonthsAreTwelfthsAndStubsCountTheirDays() {
        var terms = SampleTerms.of(Money.of("EUR", "1200.00"), "2026-01-31", "P1M", 3)
                .interestPeriod(InterestPeriod.PER_PERIOD)
                .amortization(Amortization.INTEREST_ONLY);
        // 28 February answers to 31 January, and 31 March to it.
        assertThat(rows(terms)).containsExactly("0.00 + 12.00", "0.00 + 12.00", "1200.00 + 12.00");
        var ends = terms.dueDates(_ -> List.of("2026-02-28", "2026-03-31", "2026-04-15").stream()
                .map(LocalDate::parse)
                .toList());
        // 15 of 365 days at 12 %.
        assertThat(rows(ends)).containsExactly("0.00 + 12.00", "0.00 + 12.00", "1200.00 + 5.92");
        var early = terms.dueDates(_ -> List.of("2026-02-28", "2026-03-27", "2026-04-27").stream()
                .map(LocalDate::parse)
                .toList());
        // 27 of 365 days, then a whole month.
        assertThat(rows(early)).containsExactly("0.00 + 12.00", "0.00 + 10.65", "1200.00 + 12.00");
    }

    @Test
    void flatInterestOfTranchesIsOfAllMoneyAndFreeRowsBearNone() {
        var flat =
                TERMS.method(Method.FLAT).interestPeriod(InterestPeriod.DAILY).grace(0, 0, 1);
        // 1,200.00 x 0.12 x (28 + 31 + 30) / 365 = 35.11 over three rows.
        assertThat(rows(flat)).containsExactly("300.00 + 0.00", "300.00 + 11.70", "300.00 + 11.70", "300.00 + 11.71");
    }

    @Test
    void feesComeWithTheirRowsAndTheDeductedOneWithThePayout() {
        var schedule = LoanEngine.schedule(TERMS.fees(
                        new Fee("handling", Fee.When.AT_PAYOUT, Money.of("EUR", "20.00")),
                        new Fee("account", Fee.When.PER_INSTALLMENT, Money.of("EUR", "1.50")))
                .terms());
        assertThat(schedule.rows().getFirst().fees()).isEqualTo(Money.of("EUR", "20.00"));
        assertThat(schedule.due()).allSatisfy(row -> assertThat(row.fees()).isEqualTo(Money.of("EUR", "1.50")));
        assertThat(schedule.totals().fees()).isEqualTo(Money.of("EUR", "26.00"));
    }

    private static List<String> rows(SampleTerms terms) {
        return LoanEngine.schedule(terms.terms()).due().stream()
                .map(row -> row.principal().amount() + " + " + row.interest().amount())
                .toList();
    }
}
