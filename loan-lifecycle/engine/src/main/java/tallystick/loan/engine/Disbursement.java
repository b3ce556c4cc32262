package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Money paid out on a date, in the currency of the terms. */
public record Disbursement(LocalDate date, BigDecimal amount) {}
