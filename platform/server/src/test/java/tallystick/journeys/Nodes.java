package tallystick.journeys;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tallystick.runtime.testing.TestDatabase;

/**
 * The platform as one node or as several over one database; callers come to each in turn, so that no step may rely on
 * what only one of them remembers. {@code -Djourneys.nodes=1} tries the same on one.
 */
final class Nodes implements AutoCloseable {
    private final List<Platform> nodes;

    private Nodes(List<Platform> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    static Nodes start() {
        var database = TestDatabase.empty();
        var nodes = new ArrayList<Platform>();
        for (var node = 0; node < Integer.getInteger("journeys.nodes", 2); node++) {
            nodes.add(Platform.start(database));
        }
        return new Nodes(nodes);
    }

    /** Each call through it reaches another node. */
    Door door() {
        return new Door(nodes.stream().map(node -> node.door().address()).toArray(String[]::new));
    }

    /** The time of the node that is ahead; the others follow within a second. */
    Instant now() {
        return nodes.stream()
                .map(node -> node.bean(Clock.class).instant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** For what every node knows alike. */
    <T> T bean(Class<T> type) {
        return nodes.getFirst().bean(type);
    }

    @Override
    public void close() {
        nodes.reversed().forEach(Platform::close);
    }
}
