package tallystick.loan.suspense;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.loan.api.SuspenseEvent;
import tallystick.loan.api.SuspenseEvent.SuspenseMoved;
import tallystick.loan.api.SuspenseEvent.SuspenseOpened;
import tallystick.loan.api.SuspenseEvent.SuspenseProposed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefundFailed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefunded;
import tallystick.loan.api.SuspenseEvent.SuspenseReturned;

/** Which money is in suspense, to find it. */
final class SuspenseList {
    @EventHandler
    void on(SuspenseEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case SuspenseOpened e ->
                jdbc.update(
                        "insert into loan.suspense_v1 (id, opened_at, state) values (?, ?, 'OPEN')"
                                + " on conflict (id) do nothing",
                        e.item().value(),
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC));
            case SuspenseProposed _ -> {}
            case SuspenseMoved e -> state(e, Suspense.State.MOVED, jdbc);
            case SuspenseRefunded e -> state(e, Suspense.State.REFUNDED, jdbc);
            case SuspenseRefundFailed e -> state(e, Suspense.State.OPEN, jdbc);
            case SuspenseReturned e -> state(e, Suspense.State.RETURNED, jdbc);
        }
    }

    private static void state(SuspenseEvent event, Suspense.State state, JdbcTemplate jdbc) {
        jdbc.update(
                "update loan.suspense_v1 set state = ? where id = ?",
                state.name(),
                event.item().value());
    }
}
