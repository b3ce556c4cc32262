package tallystick.bank.gateway.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.BankFact;

/** What cannot be is seen before it becomes an event. */
class PlausibleTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:02:03Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    private static boolean repayment(String amount, LocalDate day) {
        return Plausible.is(new BankFact.RepaymentReceived("loan-1", "SB-1", Amount.of("CNY", amount), day), NOW);
    }

    @Test
    void whatBanksReallySayIsPlausible() {
        assertThat(repayment("0.01", DAY)).isTrue();
        assertThat(repayment("9999999999999.99", DAY.plusYears(9))).isTrue();
        assertThat(Plausible.is(new BankFact.Unreadable("noise"), NOW)).isTrue();
    }

    @Test
    void amountsAndDaysBeyondAllReasonAreNot() {
        assertThat(repayment("10000000000000.01", DAY)).isFalse();
        for (var day : List.of(DAY.minusYears(11), DAY.plusYears(11), LocalDate.MAX, LocalDate.MIN)) {
            assertThat(repayment("1.00", day)).as("%s", day).isFalse();
        }
    }

    @Test
    void aDayHasComeWhereverItHas() {
        assertThat(Plausible.hasCome(DAY.plusDays(1), NOW)).as("east of here").isTrue();
        assertThat(Plausible.hasCome(DAY.plusDays(2), NOW)).isFalse();
    }

    @Test
    void theTermsOfACreditAreHeldToReasonToo() {
        var terms = new BankFact.Terms(Amount.of("CNY", "99999999999999999.00"), null, null);
        var fact = new BankFact.Confirmed(
                "instr-1",
                tallystick.bank.spi.Operation.REQUEST_CREDIT,
                null,
                null,
                Amount.of("CNY", "1.00"),
                null,
                DAY,
                terms);
        assertThat(Plausible.is(fact, NOW)).isFalse();
    }
}
