package tallystick.loan.api;

import java.time.LocalDate;
import tallystick.kernel.Money;

/** One payment that another system took before a loan came to us. */
public record PaidBefore(LocalDate valueDate, Money amount) {}
