package tallystick.loan.days;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.loan.api.BusinessDayEvent.AccrualsPosted;
import tallystick.loan.api.BusinessDayEvent.DayCloseStarted;
import tallystick.loan.api.BusinessDayEvent.DayClosed;

/** How far each jurisdiction has come. */
final class DayTable {
    @EventHandler
    void on(BusinessDayEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case DayCloseStarted e ->
                jdbc.update(
                        "insert into loan.business_days_v1 (jurisdiction, running) values (?, ?)"
                                + " on conflict (jurisdiction) do update set running = excluded.running",
                        e.jurisdiction(),
                        e.date());
            case DayClosed e ->
                jdbc.update(
                        "update loan.business_days_v1 set last_closed = ?, running = null where jurisdiction = ?",
                        e.date(),
                        e.jurisdiction());
            case AccrualsPosted _ -> {}
        }
    }
}
