package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tallystick.kernel.Money;

/** Everything that can happen to the business days of a jurisdiction. Stored for ever: add, never rename or move. */
public sealed interface BusinessDayEvent {
    BusinessDayId day();

    record DayCloseStarted(BusinessDayId day, String jurisdiction, LocalDate date, String by, Instant at)
            implements BusinessDayEvent {}

    /** @param interest earned since the last posting, one amount a currency; below zero where less was earned after all */
    record AccrualsPosted(BusinessDayId day, LocalDate through, List<Money> interest, Instant at)
            implements BusinessDayEvent {
        public AccrualsPosted {
            interest = List.copyOf(interest);
        }
    }

    record DayClosed(BusinessDayId day, String jurisdiction, LocalDate date, DayCounts counts, Instant at)
            implements BusinessDayEvent {}
}
