package tallystick.loan.engine;

import java.time.LocalDate;
import tallystick.kernel.Money;

/** One payout: from its date on the amount bears interest. */
public record Disbursement(LocalDate date, Money amount) {}
