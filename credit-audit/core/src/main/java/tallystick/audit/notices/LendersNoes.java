package tallystick.audit.notices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent.ApplicationExpired;
import tallystick.application.api.ApplicationEvent.ApplicationNotPlaced;
import tallystick.application.api.ApplicationEvent.ApplicationWithdrawn;
import tallystick.application.api.ApplicationEvent.OfferAccepted;
import tallystick.application.api.ApplicationEvent.PlacementApproved;
import tallystick.application.api.ApplicationEvent.PlacementDeclined;
import tallystick.application.api.ApplicationEvent.PlacementRevoked;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;

/**
 * Which lenders said no to an application, or offered other terms that nobody took: our read model of another context. Each
 * event by itself, so that of an application's many no other wakes it.
 */
final class LendersNoes {
    @EventHandler
    void on(PlacementStarted event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into audit.lenders_noes_v1 (application, lender) values (?, ?) on conflict (application)"
                        + " do update set lender = excluded.lender, countered = false",
                event.application().value(),
                event.bank().value());
    }

    @EventHandler
    void on(PlacementDeclined event, JdbcTemplate jdbc) {
        no(event.application(), event.bank(), event.reason(), jdbc);
    }

    @EventHandler
    void on(PlacementRevoked event, JdbcTemplate jdbc) {
        no(event.application(), event.bank(), event.reason(), jdbc);
    }

    /** Other terms that a lender takes back are no longer there to be taken. What no lender said names nobody. */
    private static void no(ApplicationId application, @Nullable BankId lender, String reason, JdbcTemplate jdbc) {
        countered(application, false, jdbc);
        if (lender != null) {
            jdbc.update(
                    "update audit.lenders_noes_v1 set lenders = array_append(array_remove(lenders, cast(? as text)),"
                            + " cast(? as text)), reasons = reasons || jsonb_build_object(cast(? as text), cast(? as"
                            + " text)) where application = ?",
                    lender.value(),
                    lender.value(),
                    lender.value(),
                    reason,
                    application.value());
        }
    }

    @EventHandler
    void on(PlacementApproved event, JdbcTemplate jdbc) {
        if (event.changed()) {
            countered(event.application(), true, jdbc);
        }
    }

    @EventHandler
    void on(OfferAccepted event, JdbcTemplate jdbc) {
        countered(event.application(), false, jdbc);
    }

    private static void countered(ApplicationId application, boolean countered, JdbcTemplate jdbc) {
        jdbc.update(
                "update audit.lenders_noes_v1 set countered = ? where application = ?", countered, application.value());
    }

    /** An offer that ran out is this, too. */
    @EventHandler
    void on(ApplicationExpired event, JdbcTemplate jdbc) {
        notTaken(event.application(), event.at(), jdbc);
    }

    @EventHandler
    void on(ApplicationWithdrawn event, JdbcTemplate jdbc) {
        notTaken(event.application(), event.at(), jdbc);
    }

    private static void notTaken(ApplicationId application, Instant at, JdbcTemplate jdbc) {
        jdbc.update(
                "update audit.lenders_noes_v1 set occasion = 'COUNTER_OFFER', ended_at = ?, lenders = array[lender]"
                        + " where application = ? and countered and occasion is null",
                at(at),
                application.value());
    }

    @EventHandler
    void on(ApplicationNotPlaced event, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into audit.lenders_noes_v1 (application, occasion, ended_at) values (?, 'NOT_PLACED', ?)"
                        + " on conflict (application) do update"
                        + " set occasion = excluded.occasion, ended_at = excluded.ended_at",
                event.application().value(),
                at(event.at()));
    }

    private static OffsetDateTime at(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
