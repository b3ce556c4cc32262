package tallystick.loan.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one person may do with money that only people tell of.
 *
 * @param most in whatever currency
 * @param closed the last day that is closed where the loan was made; null before the first
 */
public record Authority(BigDecimal most, @Nullable LocalDate closed) {}
