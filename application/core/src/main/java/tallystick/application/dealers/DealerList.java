package tallystick.application.dealers;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.DealerEvent.DealerProposed;

/** Which dealers there are. */
final class DealerList {
    @EventHandler
    void on(DealerProposed event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.dealers_v1 (id, proposed_at) values (?, ?) on conflict (id) do nothing",
                event.dealer().value(),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
    }
}
