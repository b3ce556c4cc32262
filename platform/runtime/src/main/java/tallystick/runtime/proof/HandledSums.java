package tallystick.runtime.proof;

import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.BatchObserver;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.tokens.Position;

/** Adds what a batch handled to the sums of the blocks it touched: one statement a batch, in the token's transaction. */
final class HandledSums implements BatchObserver {
    private final JdbcTemplate jdbc;

    HandledSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void handled(GroupName group, Segment segment, boolean sagas, List<? extends EventMessage<?>> handled) {
        var sums = new TreeMap<Long, Sum>();
        handled.forEach(e -> sums.merge(Block.of(Position.of(e)), Sum.of(e.getIdentifier()), Sum::plus));
        var rows = sums.entrySet().stream()
                .map(e -> new Object[] {
                    group.text(),
                    e.getKey(),
                    segment.getSegmentId(),
                    e.getValue().events(),
                    e.getValue().hashes()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                insert into %s.proof as p (processor, block, segment, events, sum) values (?, ?, ?, ?, ?)
                on conflict (processor, block, segment)
                do update set events = p.events + excluded.events, sum = p.sum + excluded.sum\
                """.formatted(group.schema()), rows);
        }
    }
}
