package tallystick.application.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.DraftStarted;
import tallystick.application.lifecycle.Application;
import tallystick.runtime.decide.Things;

/** Which applications there are, to find them by what they wait for; and what happened to each, in words. */
final class ApplicationList {
    private final Things things;

    ApplicationList(Things things) {
        this.things = things;
    }

    @EventHandler
    void on(ApplicationEvent event, @SequenceNumber long nr, JdbcTemplate jdbc) {
        var id = event.application().value();
        var at = OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC);
        if (event instanceof DraftStarted e) {
            jdbc.update(
                    "insert into application.applications_v1 (id, started_at, product, state, waiting_for, seen)"
                            + " values (?, ?, ?, 'DRAFT', 'OFFICER', 0) on conflict (id) do nothing",
                    id,
                    at,
                    e.draft().product().name());
        }
        move(id, nr, jdbc);
        var line = TimelineText.of(event);
        jdbc.update(
                "insert into application.timeline_v1 (application, nr, at, what, text, by) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                id,
                nr,
                at,
                event.getClass().getSimpleName(),
                line.text(),
                line.by());
    }

    /** The state is read from the application itself, and may be newer than this event: later ones change nothing then. */
    private void move(String id, long nr, JdbcTemplate jdbc) {
        things.find(Application.class, id)
                .ifPresent(found -> jdbc.batchUpdate(
                        "update application.applications_v1 set state = ?, waiting_for = ?, seen = ? where id = ? and"
                                + " seen < ?",
                        List.<Object[]>of(new Object[] {
                            found.state().state().name(),
                            found.state().turn().name(),
                            found.version(),
                            id,
                            Math.max(nr + 1, found.version())
                        })));
    }
}
