package tallystick.runtime.processing.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.Balances;
import tallystick.runtime.processing.Node;
import tallystick.runtime.processing.ProcessingDatabase;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.Stream;

class FairShareTest {
    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void sharesAddUpAndDifferByOneAtMost() {
        for (int segments = 1; segments <= 16; segments++) {
            for (int nodes = 1; nodes <= 9; nodes++) {
                for (int turn = -5; turn <= 5; turn++) {
                    var shares = shares(segments, nodes, turn);
                    assertThat(shares.sum()).isEqualTo(segments);
                    assertThat(shares(segments, nodes, turn).max().orElseThrow()
                                    - shares(segments, nodes, turn).min().orElseThrow())
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    private static IntStream shares(int segments, int nodes, int turn) {
        return IntStream.range(0, nodes).map(rank -> FairShare.share(segments, nodes, rank, turn));
    }

    @Test
    void theRestGoesToAnotherNodeForAnotherGroup() {
        assertThat(IntStream.range(0, 3).mapToObj(turn -> FairShare.share(4, 3, 0, turn)))
                .containsExactlyInAnyOrder(1, 1, 2);
    }

    @Test
    void twoNodesShareAndTheSegmentsOfAKilledOneAreTakenOver() {
        var groups = new ProcessingGroup[] {ProcessingGroup.readModel("reference.balances.v1", new Balances())};
        try (var one = Node.start(database, stream, Node.USUAL_PACE, groups)) {
            await().until(() -> owners().equals(Map.of(name(one), 4L)));
            try (var two = Node.start(database, stream, Node.USUAL_PACE, groups)) {
                await().until(() -> owners().equals(Map.of(name(one), 2L, name(two), 2L)));
                IntStream.range(0, 40).forEach(i -> stream.append("a" + i, new Deposited("a" + i, 1)));
                await().until(() -> jdbc.queryForList("select account from reference.balances_v1")
                                .size()
                        == 40);
            }
            await().until(() -> owners().equals(Map.of(name(one), 4L)));
            killed("ghost");
            await().until(() -> owners().equals(Map.of(name(one), 4L)));
        }
    }

    /** Lives until it has claimed what the others gave up, then leaves what a killed node leaves. */
    private void killed(String node) {
        await().until(() -> {
            jdbc.update("""
                insert into runtime.nodes values (?, ?, clock_timestamp())
                on conflict (node) do update set seen = excluded.seen\
                """, node, new String[] {"reference.balances.v1"});
            return jdbc.update(
                            "update reference.tokens set owner = ?, claimed_at = clock_timestamp() where owner is null",
                            node)
                    > 0;
        });
        assertThat(owners()).containsKey(node);
    }

    private Map<String, Long> owners() {
        return jdbc.queryForList("select owner from reference.tokens where owner is not null", String.class).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String name(Node node) {
        return node.bean(tallystick.runtime.processing.NodeName.class).text();
    }
}
