package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.loan.engine.cost.Yields;

/** When fees are paid, and taxes that come on top of a price or lie in it, on the contract's example. */
class FeesAndTaxesTest {
    private static final SampleTerms TERMS = SampleTerms.example();

    @Test
    void aFeeThatIsPaidApartIsARowOfThePayoutsDay() {
        var terms = TERMS.fees(fee(Fee.When.PAID_AT_PAYOUT, "106.00")).terms();
        var schedule = LoanEngine.schedule(terms);
        assertThat(schedule.rows())
                .extracting(row -> "%s %s %s %s"
                        .formatted(row.nr(), row.type(), row.due(), row.total().amount()))
                .startsWith("0 PAYOUT 2026-01-01 0.00", "1 FEE 2026-01-01 106.00", "2 INSTALLMENT 2026-02-01 4079.17");
        var statement = LoanEngine.statement(
                terms,
                SampleTerms.RULES,
                List.of(new Fact.Repayment("p", terms.start(), cny("106.00"))),
                LocalDate.parse("2026-01-02"));
        assertThat(statement.share("p").orElseThrow().parts().fees()).isEqualTo(cny("106.00"));
        assertThat(statement.overdue().isZero()).isTrue();
    }

    @Test
    void paidApartOrKeptBackAFeeCostsTheSame() {
        assertThat(yields(Fee.When.PAID_AT_PAYOUT)).isEqualTo(yields(Fee.When.AT_PAYOUT));
    }

    private static Yields yields(Fee.When when) {
        var terms = TERMS.fees(fee(when, "106.00")).terms();
        return Yields.of(terms, LoanEngine.schedule(terms));
    }

    @Test
    void aTaxInThePriceIsToldAndNotCharged() {
        var taxed = taxed(new Tax("VAT", new BigDecimal("0.06"), Tax.On.INTEREST, true));
        assertThat(LoanEngine.schedule(taxed.terms())).isEqualTo(LoanEngine.schedule(TERMS.terms()));
        // 122.30, 74.04 and 41.15, each x 6 / 106: 6.92, 4.19 and 2.33.
        assertThat(total(taxed)).isEqualTo(cny("13.44"));
    }

    @Test
    void aTaxOnTopIsPaidWithTheFeesOfTheRow() {
        var taxed = taxed(new Tax("VAT", new BigDecimal("0.06"), Tax.On.INTEREST));
        // 6 % of 122.30, 74.04 and 41.15: 7.34, 4.44 and 2.47.
        assertThat(LoanEngine.schedule(taxed.terms()).totals().fees()).isEqualTo(cny("14.25"));
        assertThat(total(taxed)).isEqualTo(cny("14.25"));
    }

    @Test
    void aTaxOnFeesIsOfEachFeeEachTime() {
        var included = new Tax("VAT", new BigDecimal("0.06"), Tax.On.FEES, true);
        assertThat(total(taxed(included).fees(fee(Fee.When.AT_PAYOUT, "106.00"))))
                .isEqualTo(cny("6.00"));
        assertThat(total(taxed(included).fees(fee(Fee.When.PER_INSTALLMENT, "10.60"))))
                .isEqualTo(cny("1.80"));
        var onTop = taxed(new Tax("VAT", new BigDecimal("0.06"), Tax.On.FEES)).fees(fee(Fee.When.FINANCED, "100.00"));
        assertThat(total(onTop)).isEqualTo(cny("6.00"));
        assertThat(LoanEngine.schedule(onTop.terms()).rows().getFirst().balance())
                .isEqualTo(cny("12106.00"));
    }

    private static SampleTerms taxed(Tax tax) {
        return TERMS.with(draft -> draft.taxes(List.of(tax)));
    }

    private static Money total(SampleTerms terms) {
        var taxes = LoanEngine.taxes(terms.terms(), LoanEngine.schedule(terms.terms()));
        assertThat(taxes).hasSize(1);
        return taxes.getFirst().amount();
    }

    private static Fee fee(Fee.When when, String amount) {
        return new Fee("opening", when, cny(amount));
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
