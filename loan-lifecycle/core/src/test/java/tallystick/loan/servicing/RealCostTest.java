package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tallystick.loan.api.Change;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanCommand.ChargeFee;
import tallystick.loan.api.LoanCommand.ProposeChange;

/** What a loan of 12,000.00 at 12 % over three months costs as it goes: 11.8358 % by contract. */
class RealCostTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private final GivenLoan given = GivenLoan.active();

    private BigDecimal cost(LocalDate day) {
        var loan = given.loan();
        return RealCost.check(loan, RealCost.cap(loan).orElseThrow(), day)
                .cost()
                .orElseThrow();
    }

    private void charged(String amount) {
        given.when(new ChargeFee(LOAN, "f", FeeKind.FEE, "Notice", cny(amount), MARCH, MARCH, MARCH, "ann", NOW));
    }

    @Test
    void whoPaysByContractPaysWhatTheContractCosts() {
        assertThat(cost(START)).isEqualByComparingTo("0.118358");
        given.repaid("a", "2026-02-01", "4079.17");
        given.repaid("b", "2026-03-01", "4079.17");
        assertThat(cost(MARCH)).isEqualByComparingTo("0.118358");
    }

    @Test
    void aFeeCountsFromTheDayItIsChargedAndUntilItIsWaived() {
        charged("120.00");
        assertThat(cost(MARCH.minusDays(1))).isLessThan(new BigDecimal("0.1184"));
        assertThat(cost(MARCH)).isGreaterThan(new BigDecimal("0.15"));
        var dear = cost(MARCH);
        given.when(new ProposeChange(
                LOAN, "c", new Change.WaiveFee(1, cny("120.00")), "so", cny("999.00"), MARCH, MARCH, "ann", NOW));
        assertThat(cost(MARCH)).isLessThan(dear).isLessThan(new BigDecimal("0.1184"));
    }
}
