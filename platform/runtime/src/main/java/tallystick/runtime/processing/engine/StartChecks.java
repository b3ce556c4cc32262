package tallystick.runtime.processing.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingSettings;
import tallystick.runtime.processing.StartsAt;
import tallystick.runtime.processing.tokens.Position;
import tallystick.runtime.processing.tokens.TokenRows;

/** What must hold before the first event is read. Each refusal says what was expected, what was found and what to do. */
final class StartChecks {
    private static final Logger LOG = LoggerFactory.getLogger(StartChecks.class);

    private final JdbcTemplate jdbc;
    private final TokenRows tokens;
    private final EventStore store;
    private final ProcessingSettings properties;

    StartChecks(JdbcTemplate jdbc, TokenRows tokens, EventStore store, ProcessingSettings properties) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.store = store;
        this.properties = properties;
    }

    void declared(Collection<ProcessingGroup> groups) {
        var names = new HashSet<String>();
        for (var group : groups) {
            if (!names.add(group.name().text())) {
                throw new IllegalStateException(
                        "Expected each processing group to be declared once; '%s' is declared twice. Rename one of them."
                                .formatted(group.name()));
            }
            requireSchema(group);
        }
        properties.newGroups().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> LOG.warn(
                        "tallystick.processing.new-groups lists '{}', which no context declares. Remove or correct it.",
                        name));
    }

    private void requireSchema(ProcessingGroup group) {
        var found = jdbc.queryForObject(
                "select to_regclass(?) is not null", Boolean.class, group.name().schema() + ".tokens");
        if (!Boolean.TRUE.equals(found)) {
            throw new IllegalStateException(
                    "Expected schema '%s' with the machine's tables, because group '%s' is declared; found none. Correct the group's name or migrate the context."
                            .formatted(group.name().schema(), group.name()));
        }
    }

    /** Makes tokens for new groups; refuses a group that has lost or never had them. */
    void tokens(List<ProcessingGroup> groups) {
        var head = Position.of(store.createHeadToken());
        groups.stream()
                .filter(g -> tokens.of(g.name()).isEmpty())
                .forEach(g -> tokens.make(g.name(), g.segments(), start(g, head)));
    }

    private long start(ProcessingGroup group, long head) {
        if (head == 0) {
            return 0;
        }
        var start = Optional.ofNullable(properties.newGroups().get(group.name().text()))
                .map(StartsAt::parse)
                .orElseThrow(() -> unknown(group, head));
        var position = position(start, head);
        if (group instanceof ProcessingGroup.SideEffects && position < head) {
            throw new IllegalStateException(
                    "Expected group '%s' to start at the head, because its effects must not be repeated; found '%s'. List it as new with 'head'."
                            .formatted(group.name(), start));
        }
        LOG.info("Group '{}' is new and starts behind position {} of {}.", group.name(), position, head);
        return position;
    }

    private static long position(StartsAt start, long head) {
        return switch (start) {
            case StartsAt.Tail _ -> 0;
            case StartsAt.Head _ -> head;
            case StartsAt.After after when after.position() <= head -> after.position();
            case StartsAt.After after ->
                throw new IllegalStateException(
                        "Expected a start up to the newest position %d, found %d.".formatted(head, after.position()));
        };
    }

    private static IllegalStateException unknown(ProcessingGroup group, long head) {
        var advised = group.startsAt() instanceof StartsAt.Tail ? "tail" : "head";
        return new IllegalStateException("""
            Expected group '%1$s' to have tokens, because %2$d events are stored; found none. If the group is new, set \
            tallystick.processing.new-groups.%1$s=%3$s (or another start). If it was renamed, take the old name back. \
            If its tokens were lost, restore them.\
            """.formatted(group.name(), head, advised));
    }
}
