package tallystick.loan.engine;

import java.time.LocalDate;
import tallystick.kernel.Rate;

/** A yearly rate that holds from a day on. */
public record RateStep(LocalDate from, Rate annualRate) {}
