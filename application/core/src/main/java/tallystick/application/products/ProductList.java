package tallystick.application.products;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ProductEvent.ProductVersionProposed;

/** Which products there are. */
final class ProductList {
    @EventHandler
    void on(ProductVersionProposed event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.products_v1 (id, proposed_at) values (?, ?) on conflict (id) do nothing",
                event.product().value(),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC));
    }
}
