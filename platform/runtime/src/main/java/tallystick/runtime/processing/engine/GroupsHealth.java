package tallystick.runtime.processing.engine;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.ProcessingHealth;
import tallystick.runtime.processing.batch.BatchEnds;
import tallystick.runtime.processing.batch.Halts;
import tallystick.runtime.processing.letters.Letters;
import tallystick.runtime.processing.tokens.Position;
import tallystick.runtime.processing.tokens.TokenRows;

/** Asks the tables, so that every node sees the whole cluster; only the latest error is the node's own. */
final class GroupsHealth implements ProcessingHealth {
    private final Processors processors;
    private final EventStore store;
    private final TokenRows tokens;
    private final BatchEnds ends;
    private final Letters letters;
    private final Halts halts;

    GroupsHealth(Processors processors, EventStore store, TokenRows tokens, BatchEnds ends, JdbcTemplate jdbc) {
        this.processors = processors;
        this.store = store;
        this.tokens = tokens;
        this.ends = ends;
        this.letters = new Letters(jdbc);
        this.halts = new Halts(jdbc);
    }

    @Override
    public List<GroupHealth> groups() {
        var head = Position.of(store.createHeadToken());
        return processors.groups().stream().map(g -> of(g, head)).toList();
    }

    private GroupHealth of(RunningGroup group, long head) {
        var name = group.name();
        var slowest = tokens.of(name).stream()
                .mapToLong(TokenRows.TokenRow::position)
                .min()
                .orElse(0);
        return new GroupHealth(
                name,
                head,
                slowest,
                group.letters().isPresent() ? letters.count(name) : 0,
                group.sagas().map(s -> s.steps().count()).orElse(0L),
                halts.of(name).map(h -> "position %d: %s".formatted(h.position(), h.error())),
                ends.error(name));
    }
}
