package tallystick.runtime.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.AccountEvents.Deposited;
import tallystick.runtime.processing.AccountEvents.TransferDone;

class ProgressTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final HikariDataSource database = ProcessingDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Stream stream = new Stream(database);
    private final ProcessingGroup group = ProcessingGroup.readModel("reference.balances.v1", new Balances());

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void whatWasWrittenCanBeReadOnceProgressSaysSo() {
        try (var node = Node.start(database, stream, group)) {
            var progress = node.bean(Progress.class);
            for (int i = 1; i <= 50; i++) {
                stream.append("a", new Deposited("a", i));
                assertThat(progress.caughtUp("reference", "a", i, LONG)).isTrue();
                assertThat(Balances.log(jdbc, "a")).endsWith("" + i);
            }
        }
    }

    @Test
    void anEventThatNoReadModelTakesAndAContextWithoutReadModelsAreNotWaitedFor() {
        try (var node = Node.start(database, stream, group)) {
            stream.append("t", new TransferDone("t"));
            assertThat(node.bean(Progress.class).caughtUp("reference", "t", 1, Duration.ZERO))
                    .isTrue();
            assertThat(node.bean(Progress.class).caughtUp("elsewhere", "t", 1, Duration.ZERO))
                    .isTrue();
        }
    }

    @Test
    void aReadModelThatStandsStillIsSaidToBeBehind() {
        try (var node = Node.start(database, stream, Map.of("tallystick.processing.enabled", "false"), group)) {
            jdbc.update("insert into reference.tokens values ('reference.balances.v1', 0, 0, 0, null, null)");
            stream.append("a", new Deposited("a", 1));
            assertThat(node.bean(Progress.class).caughtUp("reference", "a", 1, Duration.ofMillis(200)))
                    .isFalse();
        }
    }

    @Test
    void aSegmentOfAnotherNodeIsWaitedForToo() {
        try (var worker = Node.start(database, stream, group);
                var asker = Node.start(database, stream, Map.of("tallystick.processing.enabled", "false"), group)) {
            await().until(() -> worker.processors().isRunning());
            IntStream.rangeClosed(1, 5).forEach(i -> stream.append("a", new Deposited("a", i)));
            assertThat(asker.bean(Progress.class).caughtUp("reference", "a", 5, LONG))
                    .isTrue();
            assertThat(Balances.log(jdbc, "a")).isEqualTo("1 2 3 4 5");
        }
    }
}
