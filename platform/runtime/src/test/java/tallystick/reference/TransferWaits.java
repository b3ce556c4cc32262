package tallystick.reference;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.reference.TransferEvent.TransferConfirmed;
import tallystick.reference.TransferEvent.TransferExpired;
import tallystick.reference.TransferEvent.TransferHeld;
import tallystick.reference.TransferEvent.TransferSettled;
import tallystick.runtime.deadlines.Deadlines;

/** Which transfers wait for their confirmation, and until when. */
public final class TransferWaits {
    /** The deadline of a held transfer. */
    public static final String CONFIRMATION = "transfer-confirmation";

    @EventHandler
    void on(TransferHeld event, @Timestamp Instant at, Deadlines deadlines, JdbcTemplate jdbc) {
        deadlines.set(CONFIRMATION, event.transfer().value(), event.confirmBy());
        jdbc.update(
                "insert into reference.transfer_waits_v1 (transfer, since) values (?, ?)",
                event.transfer().value(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    @EventHandler
    void on(TransferConfirmed event, Deadlines deadlines) {
        deadlines.clear(CONFIRMATION, event.transfer().value());
    }

    @EventHandler
    void on(TransferExpired event, Deadlines deadlines) {
        deadlines.clear(CONFIRMATION, event.transfer().value());
    }

    @EventHandler
    void on(TransferSettled event, JdbcTemplate jdbc) {
        jdbc.update(
                "delete from reference.transfer_waits_v1 where transfer = ?",
                event.transfer().value());
    }
}
