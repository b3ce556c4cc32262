package tallystick.application.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.InterestCapitalized;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.Source;

/** Only principal that a line has lent comes back to it. */
class RepaidTest {
    private static final LoanId LOAN = new LoanId("loan-1");
    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private static final Instant NOW = Instant.parse("2026-02-01T03:00:00Z");

    private final Sum jdbc = new Sum();
    private final Repaid repaid = new Repaid();

    /** Adds up what it is told. */
    private static final class Sum extends JdbcTemplate {
        private BigDecimal principal = BigDecimal.ZERO;

        @Override
        public int update(String sql, @Nullable Object @Nullable ... args) {
            if (args != null && args[1] instanceof BigDecimal more) {
                principal = principal.add(more);
            }
            return 1;
        }
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }

    private static Parts parts(String principal, String interest) {
        return new Parts(cny(principal), cny(interest), cny("0.00"), cny("0.00"), cny("0.00"));
    }

    private void paid(String principal) {
        repaid.on(
                new RepaymentReceived(
                        LOAN,
                        9,
                        cny(principal),
                        parts(principal, "0.00"),
                        DAY,
                        DAY,
                        Source.BANK_CALLBACK,
                        "ref",
                        null,
                        null,
                        "bank",
                        NOW,
                        null,
                        null),
                jdbc);
    }

    @Test
    void interestThatBecamePrincipalWasNotLent() {
        repaid.on(new InterestCapitalized(LOAN, 2, cny("120.00"), DAY, DAY, NOW, null), jdbc);
        repaid.on(new CapitalizationRestated(LOAN, 1, parts("50.00", "30.00"), DAY, NOW), jdbc);
        paid("1150.00");
        assertThat(jdbc.principal).isEqualByComparingTo("1000.00");
        repaid.on(new InterestCapitalized(LOAN, 3, cny("-20.00"), DAY, DAY, NOW, null), jdbc);
        assertThat(jdbc.principal).as("less became principal").isEqualByComparingTo("1020.00");
    }

    @Test
    void neitherWasARefundThatIsOwed() {
        repaid.on(new RefundOwed(LOAN, 2, cny("200.00"), DAY, DAY, NOW, null), jdbc);
        paid("200.00");
        assertThat(jdbc.principal).isEqualByComparingTo("0.00");
        repaid.on(new RefundCovered(LOAN, 3, 2, cny("200.00"), DAY, DAY, NOW, null), jdbc);
        assertThat(jdbc.principal).as("it is owed no more").isEqualByComparingTo("200.00");
    }
}
