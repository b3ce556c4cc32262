package tallystick.application.lines;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.FundingLineEvent;
import tallystick.application.api.FundingLineEvent.*;
import tallystick.application.api.LineKind;
import tallystick.runtime.deadlines.Deadlines;
import tallystick.runtime.processing.BatchWriter;

/** Which lines there are, what each application has of them, and when a reservation ends by itself. */
final class ReservationList {
    @EventHandler
    void on(FundingLineEvent event, JdbcTemplate jdbc, Deadlines deadlines, BatchWriter writer) {
        var changes = writer.of(ReservationChanges.class, () -> new ReservationChanges(deadlines));
        switch (event) {
            case LineProposed e -> begins(e, e.at(), e.kind() == null ? LineKind.VOLUME : e.kind(), jdbc);
            case ExposureOpened e -> begins(e, e.at(), LineKind.EXPOSURE, jdbc);
            case LineReserved e -> changes.reserved(e);
            case ReservationHeld e -> changes.held(e.line(), e.application(), e.placement());
            case ReservationConfirmed e -> changes.now(e.line(), e.application(), e.placement(), "CONFIRMED");
            case ReservationReleased e -> changes.now(e.line(), e.application(), e.placement(), "RELEASED");
            case ReservationExpired e -> changes.now(e.line(), e.application(), e.placement(), "EXPIRED");
            case ReservationsSettled e ->
                e.reservations().forEach(one -> changes.now(e.line(), one.application(), one.placement(), "SETTLED"));
            // Never to be settled again; until it is released it counts as before.
            case ReservationReopened e -> changes.now(e.line(), e.application(), e.placement(), "SETTLED");
            case LineApproved _, LimitProposed _, LimitChanged _, ExposureBounded _, LineReplenished _ -> {}
        }
    }

    private static void begins(FundingLineEvent event, Instant at, LineKind kind, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.funding_lines_v1 (id, proposed_at, kind) values (?, ?, ?) on conflict (id) do"
                        + " nothing",
                event.line().value(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                kind.name());
    }
}
