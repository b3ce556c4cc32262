package tallystick.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tallystick.reference.ReferenceApplication;

/**
 * A node with its own embedded database is killed at random moments under load, and so is its database: nothing that was
 * acknowledged is lost, nothing happens twice, nothing is stuck. {@code -Dproof.kill.rounds=100} for the long proof.
 */
class KilledNodeTest {
    private static final int ROUNDS = Integer.getInteger("proof.kill.rounds", 2);

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedOutlivesTheNodeAndTheDatabase() throws Exception {
        var first = Long.getLong("proof.kill.seed", System.nanoTime());
        var random = new Random(first);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            var node = Child.loaded("r" + round, random.nextLong(), settings());
            node.works(30 + random.nextInt(300));
            if (round % 2 == 1) {
                killTheDatabase();
                node.works(100);
            }
            Thread.sleep(random.nextInt(400));
            acknowledged.addAll(node.kill());
            try (var survivor = rest()) {
                assertThat(new Aftermath(survivor).wrong(acknowledged))
                        .as("round %d of seed %d", round, first)
                        .isEmpty();
            }
            System.err.printf("killed %d times, %d commands acknowledged and found%n", round + 1, acknowledged.size());
        }
    }

    private List<String> settings() {
        return new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallystick.data-dir=" + folder.resolve("data"),
                "--logging.level.root=error"));
    }

    private ConfigurableApplicationContext rest() {
        return new SpringApplicationBuilder(ReferenceApplication.class)
                .run(settings().toArray(String[]::new));
    }

    /** SIGKILL to the server process; its children follow. The node's watchman starts it again. */
    private void killTheDatabase() throws Exception {
        var pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .getFirst()
                .strip());
        var server = ProcessHandle.of(pid).orElseThrow();
        if (!server.destroyForcibly()) {
            throw new IllegalStateException("Inconclusive: the database could not be killed.");
        }
        server.onExit().join();
    }

    @Test
    void theOracleSeesALostAcknowledgement() throws Exception {
        try (var node = rest()) {
            assertThat(new Aftermath(node).lost(Set.of("deposit-never-made")))
                    .containsExactly("acknowledged but lost: deposit-never-made");
        }
    }
}
