package tallystick.runtime.processing.shares;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.NodeName;

/** The nodes that said lately that they live. By the database's clock: the platform's own may be moved by tests. */
public final class Nodes {
    private final JdbcTemplate jdbc;
    private final NodeName self;
    private final double timeoutSeconds;

    public Nodes(JdbcTemplate jdbc, NodeName self, Duration nodeTimeout) {
        this.jdbc = jdbc;
        this.self = self;
        this.timeoutSeconds = nodeTimeout.toMillis() / 1000.0;
    }

    /** Says that this node lives and for which groups it works; forgets nodes that are long gone. */
    void beat(Collection<GroupName> groups) {
        jdbc.update("""
            insert into runtime.nodes (node, groups, seen) values (?, ?, clock_timestamp())
            on conflict (node) do update set groups = excluded.groups, seen = excluded.seen\
            """, self.text(), groups.stream().map(GroupName::text).toArray(String[]::new));
        jdbc.update(
                "delete from runtime.nodes where seen < clock_timestamp() - make_interval(secs => ?)",
                timeoutSeconds * 100);
    }

    void leave() {
        jdbc.update("delete from runtime.nodes where node = ?", self.text());
    }

    /** Live nodes and their groups, by name, so that every node counts in the same order. */
    List<Node> live() {
        return jdbc.query(
                """
                select node, groups from runtime.nodes
                where seen >= clock_timestamp() - make_interval(secs => ?) order by node\
                """,
                (row, _) -> new Node(
                        row.getString(1), List.of((String[]) row.getArray(2).getArray())),
                timeoutSeconds);
    }

    /** A live node. */
    record Node(String name, List<String> groups) {}
}
