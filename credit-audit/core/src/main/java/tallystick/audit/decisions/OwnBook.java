package tallystick.audit.decisions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.*;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;

/** What we know of a party from its own applications: our read model of another context's events. */
final class OwnBook {
    @EventHandler
    void on(ApplicationEvent event, JdbcTemplate jdbc) {
        switch (event) {
            case ApplicationSubmitted e ->
                jdbc.update(
                        "insert into audit.own_applications_v1 (application, party, open) values (?, ?, true) on"
                                + " conflict (application) do nothing",
                        e.application().value(),
                        e.applicant().value());
            case ApplicationDeclined e ->
                jdbc.update(
                        "update audit.own_applications_v1 set open = false, declined_at = ? where application = ?",
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC),
                        e.application().value());
            case ApplicationWithdrawn _,
                    ApplicationExpired _,
                    ApplicationCancelled _,
                    ApplicationNotPlaced _,
                    ApplicationFunded _ ->
                jdbc.update(
                        "update audit.own_applications_v1 set open = false where application = ?",
                        event.application().value());
            default -> {}
        }
    }

    /** The facts of a party's other applications; a party without a decline has no fact about one. */
    static Map<String, String> facts(JdbcClient database, PartyId party, ApplicationId but, Instant at) {
        var facts = new TreeMap<String, String>();
        var open = database.sql(
                        "select count(*) from audit.own_applications_v1 where party = ? and open and application <> ?")
                .params(party.value(), but.value())
                .query(Long.class)
                .single();
        facts.put("own.openApplications", open.toString());
        database.sql("select max(declined_at) from audit.own_applications_v1 where party = ? and application <> ?")
                .params(party.value(), but.value())
                .query((row, _) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .ifPresent(declined -> facts.put(
                        "own.daysSinceDecline", Long.toString(ChronoUnit.DAYS.between(declined.toInstant(), at))));
        return facts;
    }
}
