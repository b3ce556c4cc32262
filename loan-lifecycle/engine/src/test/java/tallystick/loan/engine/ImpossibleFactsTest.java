package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

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

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(Fact... facts) {
        var terms = SampleTerms.example().terms();
        return assertThatThrownBy(
                () -> LoanEngine.statement(terms, SampleTerms.RULES, List.of(facts), LocalDate.parse("2026-03-01")));
    }

    private static Fact repayment(String id, String date, Money amount) {
        return new Fact.Repayment(id, LocalDate.parse(date), amount);
    }
}
