package tallystick.audit.notices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;

/** Which lenders said no to an application, or offered other terms that nobody took: our read model of another context. */
final class LendersNoes {
    @EventHandler
    void on(ApplicationEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case PlacementStarted e ->
                jdbc.update(
                        "insert into audit.lenders_noes_v1 (application, lender) values (?, ?) on conflict"
                                + " (application) do update set lender = excluded.lender, countered = false",
                        e.application().value(),
                        e.bank().value());
            case PlacementDeclined _, PlacementRevoked _ ->
                jdbc.update(
                        "update audit.lenders_noes_v1 set lenders = array_append(array_remove(lenders, lender), lender)"
                                + " where application = ?",
                        event.application().value());
            case PlacementApproved e ->
                jdbc.update(
                        "update audit.lenders_noes_v1 set countered = ? where application = ?",
                        e.changed(),
                        e.application().value());
            case OfferAccepted e ->
                jdbc.update(
                        "update audit.lenders_noes_v1 set countered = false where application = ?",
                        e.application().value());
            case OfferExpired e -> notTaken(e, e.at(), jdbc);
            case ApplicationExpired e -> notTaken(e, e.at(), jdbc);
            case ApplicationWithdrawn e -> notTaken(e, e.at(), jdbc);
            case ApplicationNotPlaced e ->
                jdbc.update(
                        "insert into audit.lenders_noes_v1 (application, occasion, ended_at) values (?, 'NOT_PLACED',"
                                + " ?) on conflict (application) do update set occasion = excluded.occasion, ended_at ="
                                + " excluded.ended_at",
                        e.application().value(),
                        at(e.at()));
            default -> {}
        }
    }

    private static void notTaken(ApplicationEvent event, Instant at, JdbcTemplate jdbc) {
        jdbc.update(
                "update audit.lenders_noes_v1 set occasion = 'COUNTER_OFFER', ended_at = ?, lenders = array[lender]"
                        + " where application = ? and countered and occasion is null",
                at(at),
                event.application().value());
    }

    private static OffsetDateTime at(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
