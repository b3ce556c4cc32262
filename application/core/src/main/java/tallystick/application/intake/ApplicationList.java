package tallystick.application.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.ApplicationEvent;
import tallystick.application.api.ApplicationEvent.DraftStarted;
import tallystick.application.lifecycle.Application;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.SetWise;

/** Which applications there are, to find them by what they wait for; and what happened to each, in words. */
final class ApplicationList {
    private final Things things;

    ApplicationList(Things things) {
        this.things = things;
    }

    @EventHandler
    void on(ApplicationEvent event, @SequenceNumber long nr, JdbcTemplate jdbc, BatchWriter writer) {
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
        writer.of(Moves.class, () -> new Moves(things)).add(id);
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

    /** The state is read from the application itself, and may be newer than the event: later ones change nothing then. */
    private static final class Moves implements SetWise {
        private static final String MOVE = """
            update application.applications_v1 a set state = m.state, waiting_for = m.turn, seen = m.version
              from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as m (id, state, turn, version)
             where a.id = m.id and a.seen < m.version
            """;

        private final Things things;
        private final Set<String> moved = new LinkedHashSet<>();

        Moves(Things things) {
            this.things = things;
        }

        void add(String application) {
            moved.add(application);
        }

        @Override
        public void flush(JdbcOperations jdbc) {
            var found = things.all(Application.class, moved).values();
            jdbc.update(
                    MOVE,
                    each(found, Decided::id),
                    each(found, a -> a.state().state().name()),
                    each(found, a -> a.state().turn().name()),
                    found.stream().map(Decided::version).toArray(Long[]::new));
        }

        private static String[] each(
                Collection<Decided<Application>> found, Function<Decided<Application>, String> what) {
            return found.stream().map(what).toArray(String[]::new);
        }
    }
}
