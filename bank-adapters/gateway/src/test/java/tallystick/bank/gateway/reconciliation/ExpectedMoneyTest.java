package tallystick.bank.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.Order;
import tallystick.bank.spi.FetchResult.Direction;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** Which way a statement must show an order: the books say the same of it. */
class ExpectedMoneyTest {
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final Money AMOUNT = Money.of("CNY", "100.00");

    @Test
    void theBankTakesThePriceFromUsAndTheGuarantorsMoneyForUs() {
        var boughtBack = new Order.BuyBack(LOAN, AMOUNT, LocalDate.parse("2026-01-02"), "change-1");
        assertThat(ExpectedMoney.direction(boughtBack)).isEqualTo(Direction.DEBIT);
        var guaranteed = new Order.GuaranteePayment(LOAN, "claim-1", AMOUNT, List.of(), null);
        assertThat(ExpectedMoney.direction(guaranteed)).isEqualTo(Direction.CREDIT);
    }
}
