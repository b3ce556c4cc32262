package tallystick.application.work;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.ApplicationAssigned;
import tallystick.application.api.ApplicationEvent.DraftChanged;
import tallystick.application.api.ApplicationEvent.DraftStarted;
import tallystick.application.api.ApplicationEvent.NoteAdded;
import tallystick.application.api.Draft;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.kernel.Sealed;

/** Whose each application is, what it is found by, and what was noted. */
final class WorkIndex {
    @EventHandler
    void on(DraftStarted event, JdbcTemplate jdbc) {
        care(event, event.by(), jdbc);
        index(event, event.draft(), jdbc);
    }

    @EventHandler
    void on(DraftChanged event, JdbcTemplate jdbc) {
        index(event, event.draft(), jdbc);
    }

    @EventHandler
    void on(ApplicationAssigned event, JdbcTemplate jdbc) {
        care(event, event.officer(), jdbc);
    }

    @EventHandler
    void on(NoteAdded event, JdbcTemplate jdbc) {
        Sealed text = event.text();
        jdbc.update(
                "insert into application.notes_v1 (id, application, at, by, epoch, bytes) values (?, ?, ?, ?, ?, ?) on"
                        + " conflict (id) do nothing",
                event.note(),
                event.application().value(),
                OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC),
                event.by(),
                text.epoch(),
                text.bytes());
    }

    private static void care(ApplicationEvent event, String officer, JdbcTemplate jdbc) {
        jdbc.update(
                "insert into application.care_v1 (application, officer) values (?, ?) on conflict (application) do"
                        + " update set officer = excluded.officer",
                event.application().value(),
                officer);
    }

    private static void index(ApplicationEvent event, Draft draft, JdbcTemplate jdbc) {
        var id = event.application().value();
        var found = Objects.requireNonNullElse(draft.identifiers(), List.<Identifier>of());
        if (event instanceof DraftChanged) {
            jdbc.update("delete from application.application_identifiers_v1 where application = ?", id);
        }
        jdbc.update(
                "insert into application.application_identifiers_v1 (kind, hash, application) select k, h, ? from"
                        + " unnest(?::text[], ?::text[]) as i (k, h) on conflict do nothing",
                id,
                found.stream().map(Identifier::kind).toArray(String[]::new),
                found.stream().map(Identifier::hash).toArray(String[]::new));
    }
}
