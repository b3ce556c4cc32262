package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** Facts that cannot be of the loan, in the words that people read. */
class ImpossibleFactsTest {
    @Test
    void moneyIsOfTheLoansCurrency() {
        refused(repayment("p", "2026-02-01", Money.of("EUR", "1.00")))
                .hasMessage("facts.0.amount EUR 1.00 must be in CNY");
    }

    @Test
    void moneyIsMoreThanZero() {
        refused(repayment("p", "2026-02-01", Money.of("CNY", "0.00")))
                .hasMessage("facts.0.amount CNY 0.00 must be more than zero and less than 10^18 minor units");
    }

    @Test
    void nothingIsPaidBeforeThePayout() {
        refused(repayment("p", "2025-12-31", Money.of("CNY", "1.00")))
                .hasMessage("facts.0.date 2025-12-31 must not be before the first disbursement 2026-01-01");
    }

    @Test
    void idsAreUniqueAndReversalsKnowWhatTheyTakeBack() {
        var payment = repayment("p", "2026-02-01", Money.of("CNY", "1.00"));
        refused(payment, payment).hasMessage("facts.1.id p must not be the id of another fact");
        refused(payment, new Fact.Reversal("r", LocalDate.parse("2026-02-02"), "q"))
                .hasMessage("facts.1.of q must be the id of a fact before it");
    }

    @Test
    void everyKindOfFactIsChecked() {
        var nothing = Money.of("CNY", "0.00");
        var rule = "facts.0.amount CNY 0.00 must be more than zero and less than 10^18 minor units";
        var day = LocalDate.parse("2026-02-01");
        refused(new Fact.CreditRefund("x", day, nothing)).hasMessage(rule);
        refused(new Fact.Charge("x", day, Fact.Charge.Kind.FEE, day, nothing)).hasMessage(rule);
        refused(new Fact.Prepayment("x", day, nothing, Fact.Prepayment.Effect.SHORTER_TERM))
                .hasMessage(rule);
        refused(new Fact.Forgiveness("x", day, nothing, null)).hasMessage(rule);
        var before = LocalDate.parse("2025-12-31");
        var late = "facts.0.date 2025-12-31 must not be before the first disbursement 2026-01-01";
        refused(new Fact.ChargeOff("x", before)).hasMessage(late);
        refused(new Fact.WriteOff("x", before)).hasMessage(late);
        refused(new Fact.Restructure("x", before, NewTerms.rate(Rate.of("0.10"))))
                .hasMessage("facts.0.date 2025-12-31 must not be before the last disbursement 2026-01-01");
    }

    @Test
    void amountsHaveUpToEighteenDigits() {
        var most = repayment("p", "2026-02-01", Money.of("CNY", "9999999999999999.99"));
        assertThat(LoanEngine.statement(
                                SampleTerms.example().terms(),
                                SampleTerms.RULES,
                                List.of(most),
                                LocalDate.parse("2026-03-01"))
                        .paidOff())
                .isTrue();
        refused(repayment("p", "2026-02-01", Money.of("CNY", "10000000000000000.00")))
                .hasMessageEndingWith("must be more than zero and less than 10^18 minor units");
    }

    @Test
    void flatLoansAreNotPlannedAnew() {
        var flat = SampleTerms.example().method(Method.FLAT).terms();
        var restructure = new Fact.Restructure("x", LocalDate.parse("2026-02-01"), NewTerms.rate(Rate.of("0.10")));
        assertThatThrownBy(() -> LoanEngine.statement(
                        flat, SampleTerms.RULES, List.of(restructure), LocalDate.parse("2026-03-01")))
                .hasMessage("facts.0.type one with STANDARD and FLAT must be of a loan with the convention STANDARD and"
                        + " the method DECLINING");
    }

    @Test
    void creditThatIsNotThereCannotBePaidOut() {
        refused(new Fact.CreditRefund("x", LocalDate.parse("2026-02-01"), Money.of("CNY", "0.01")))
                .hasMessage("facts.x.amount CNY 0.01 must be at most the credit of CNY 0.00");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Fact... facts) {
        var terms = SampleTerms.example().terms();
        return assertThatThrownBy(
                () -> LoanEngine.statement(terms, SampleTerms.RULES, List.of(facts), LocalDate.parse("2026-03-01")));
    }

    private static Fact repayment(String id, String date, Money amount) {
        return new Fact.Repayment(id, LocalDate.parse(date), amount);
    }
}
