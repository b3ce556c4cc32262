package tallystick.runtime.processing.tokens;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;

/** What a segment has handled, added to the sums of its blocks: the projection proof compares them with the store's. */
public final class HandledSums {
    /** Adds rows of block, events and sum; says where they come from and what they are called. */
    static final String ADD = """
        insert into %1$s.proof as p (processor, block, segment, events, sum)
        select processor, block, segment, events, sum
          from %2$s cross join unnest(?::bigint[], ?::bigint[], ?::bigint[]) as s (block, events, sum)
            on conflict (processor, block, segment)
            do update set events = p.events + excluded.events, sum = p.sum + excluded.sum\
        """;

    private final Map<Long, Sum> byBlock = new TreeMap<>();

    static HandledSums of(List<? extends EventMessage<?>> handled) {
        var sums = new HandledSums();
        handled.forEach(
                event -> sums.byBlock.merge(Block.of(Position.of(event)), Sum.of(event.getIdentifier()), Sum::plus));
        return sums;
    }

    /** For what is handled apart from a position that moves on: in the transaction of whatever it led to. */
    public static void add(JdbcTemplate jdbc, GroupName group, int segment, List<? extends EventMessage<?>> handled) {
        var sums = of(handled);
        jdbc.update(
                ADD.formatted(group.schema(), "(values (?, ?)) as of (processor, segment)"),
                group.text(),
                segment,
                sums.blocks(),
                sums.events(),
                sums.hashes());
    }

    Long[] blocks() {
        return byBlock.keySet().toArray(Long[]::new);
    }

    Long[] events() {
        return each(Sum::events);
    }

    Long[] hashes() {
        return each(Sum::hashes);
    }

    private Long[] each(ToLongFunction<Sum> part) {
        return byBlock.values().stream().mapToLong(part).boxed().toArray(Long[]::new);
    }
}
