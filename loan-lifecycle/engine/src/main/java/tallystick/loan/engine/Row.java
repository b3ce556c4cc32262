package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One instalment.
 *
 * @param nr counted from 1
 * @param from where its interest begins: the due date before, or the first payout
 * @param balance the principal that is left behind it
 */
public record Row(
        int nr,
        LocalDate from,
        LocalDate due,
        BigDecimal principal,
        BigDecimal interest,
        BigDecimal fees,
        BigDecimal penalties,
        BigDecimal balance) {
    public BigDecimal total() {
        return principal.add(interest).add(fees).add(penalties);
    }
}
