package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tallystick.kernel.Addressed;
import tallystick.kernel.Money;

/** What one may ask of the business days of a jurisdiction. A repeat of the same command does nothing. */
public sealed interface BusinessDayCommand extends Addressed {
    @Override
    BusinessDayId target();

    /** Begins to close a day: from now on money is booked on the next one. */
    record StartDayClose(BusinessDayId target, String jurisdiction, LocalDate date, String by, Instant at)
            implements BusinessDayCommand {}

    /** Posts what was earned through a day, one amount a currency, as the accrual basis counts it. */
    record PostAccruals(BusinessDayId target, LocalDate through, List<Money> interest, Instant at)
            implements BusinessDayCommand {
        public PostAccruals {
            interest = List.copyOf(interest);
        }
    }

    /** Ends the close: all that the day asked for is done. */
    record FinishDayClose(BusinessDayId target, LocalDate date, DayCounts counts, Instant at)
            implements BusinessDayCommand {}
}
