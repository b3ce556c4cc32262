package tallystick.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChainVerifierTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Nodes nodes = new Nodes();

    @TempDir
    private Path folder;

    private OpenStore store;
    private RecordKey key;

    @BeforeEach
    void append() {
        store = nodes.node();
        key = RecordKey.in(folder.resolve("record.key"));
        store.appender().append(Nodes.events("a", 0, 5));
        store.checkpoints(key).sign(NOW);
        store.appender().append(Nodes.events("b", 0, 5));
        store.checkpoints(key).sign(NOW);
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void anUntouchedRecordIsWhole() {
        assertThat(store.verifier(key).verify()).isEqualTo(new ChainReport(10, 2, java.util.List.of()));
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                Arguments.of(
                        "update store.events set payload = '\\x22' where position = 4",
                        "Position 4: java.lang.String a"),
                Arguments.of(
                        "update store.events set recorded_at = recorded_at + interval '1 day' where position = 10",
                        "Position 10"),
                Arguments.of(
                        "update store.events set recorded_at = recorded_at - interval '1 day' where position = 7",
                        "before its predecessor"),
                Arguments.of("delete from store.events where position = 3", "Position 3: expected an event"),
                Arguments.of("delete from store.events where position = 10", "Position 9: the record ends here"),
                Arguments.of(
                        "delete from store.events where position > 5; update store.head set position = 5,"
                                + " hash = (select hash from store.events where position = 5)",
                        "a checkpoint was signed at position 10"),
                Arguments.of(
                        "update store.events set position = -2 where position = 2; update store.events set position ="
                                + " 2 where position = 3; update store.events set position = 3 where position = -2",
                        "Position 2: java.lang.String a does not have the hash"),
                Arguments.of(
                        "update store.checkpoints set hash = '\\x00' where position = 5",
                        "Position 5: the checkpoint's signature is forged"));
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void everyWayToTamperShows(String sql, String fault) {
        JdbcClient.create(nodes.dataSource).sql(sql).update();
        assertThat(store.verifier(key).verify().faults())
                .anySatisfy(found -> assertThat(found).contains(fault));
    }

    @Test
    void theKeyIsFoundAgain() {
        assertThat(RecordKey.in(folder.resolve("record.key")).id()).isEqualTo(key.id());
    }
}
