package tallystick.loan.api;

import java.math.BigDecimal;

/** An amount by component with its sum, in the currency of what holds it. */
public record Amounts(
        BigDecimal principal, BigDecimal interest, BigDecimal fees, BigDecimal penalties, BigDecimal total) {}
