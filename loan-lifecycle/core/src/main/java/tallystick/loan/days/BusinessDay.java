package tallystick.loan.days;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.BusinessDayId;
import tallystick.loan.api.DayCounts;

/**
 * The business days of one jurisdiction.
 *
 * @param running the day that is being closed
 * @param accruedThrough through when earned interest is posted
 * @param counts what the last close did
 */
record BusinessDay(
        BusinessDayId id,
        String jurisdiction,
        @Nullable LocalDate lastClosed,
        @Nullable LocalDate running,
        @Nullable LocalDate accruedThrough,
        DayCounts counts) {}
