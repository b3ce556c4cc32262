package tallystick.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Money;
import tallystick.kernel.Refused;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountId;
import tallystick.reference.ReferenceApplication;
import tallystick.reference.TransferCommand.ConfirmTransfer;
import tallystick.reference.TransferCommand.RequestTransfer;
import tallystick.reference.TransferId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.testing.TestDatabase;

/** Two nodes over one database: both work, races have one winner, and the survivor takes over what a killed node had. */
class TwoNodesTest {
    private static final int TRANSFERS = Integer.getInteger("proof.race.transfers", 100);
    private static final Origin OFFICER = Origin.of("officer");

    @Test
    void deadlineAndConfirmationAtTheSameInstantHaveOneWinner() throws Exception {
        var database = TestDatabase.fresh();
        try (var one = ReferenceApplication.node(database, "--logging.level.root=error");
                var other = ReferenceApplication.node(database, "--logging.level.root=error")) {
            shared(one);
            var from = opened(one, "from");
            var to = opened(one, "to");
            var instant = Instant.now().plus(Duration.ofSeconds(5).plusMillis(30L * TRANSFERS));
            var transfers = IntStream.range(0, TRANSFERS)
                    .mapToObj(n -> new TransferId("transfer-" + n))
                    .toList();
            for (var transfer : transfers) {
                commands(one).send(new RequestTransfer(transfer, from, to, Money.parse("CNY 7.00"), instant), OFFICER);
            }
            await().until(() -> count(one, "TransferHeld") == TRANSFERS);
            confirm(instant, transfers, one, other);
            await().until(() -> count(one, "TransferSettled") == TRANSFERS);
            assertThat(new Aftermath(one).wrong(Set.of())).isEmpty();
            // On a machine that is busy enough one side may win them all: then nothing is wrong, and nothing was tried.
            assumeThat(List.of(count(one, "TransferConfirmed"), count(one, "TransferExpired")))
                    .as("inconclusive: both must win now and then")
                    .doesNotContain(0L);
            System.err.printf(
                    "%d races: %d confirmed, %d expired%n",
                    TRANSFERS, count(one, "TransferConfirmed"), count(one, "TransferExpired"));
        }
    }

    /** The sweep comes within a second after the instant; the confirmations come spread over that second. */
    private static void confirm(Instant instant, List<TransferId> transfers, ConfigurableApplicationContext... nodes)
            throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int n = 0; n < transfers.size(); n++) {
            var node = nodes[n % nodes.length];
            var transfer = transfers.get(n);
            var moment = instant.plusMillis(1_000L * n / transfers.size());
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(Duration.between(Instant.now(), moment));
                    commands(node).send(new ConfirmTransfer(transfer), OFFICER);
                } catch (Refused late) {
                    // The deadline was first.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    @Test
    void theSurvivorTakesOverWhatAKilledNodeHad() throws Exception {
        var database = TestDatabase.durable("reference");
        try (var survivor = ReferenceApplication.node(database, "--logging.level.root=error")) {
            var settings = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--tallystick.data-dir=target/reference-data",
                    "--logging.level.root=error"));
            database.properties().forEach((name, value) -> settings.add("--" + name + "=" + value));
            var node = Child.loaded("killed", 7, settings);
            node.works(50);
            shared(survivor);
            node.works(200);
            var acknowledged = new HashSet<>(node.kill());
            var killed = System.nanoTime();
            await().until(() -> owners(survivor).equals(List.of(1L)));
            System.err.printf("segments taken over %.1f s after the kill%n", (System.nanoTime() - killed) / 1e9);
            assertThat(new Aftermath(survivor).wrong(acknowledged)).isEmpty();
        }
    }

    /** Waits until no node is idle and none has it all, in every group. */
    private static void shared(ConfigurableApplicationContext node) {
        await().until(() -> owners(node).equals(List.of(2L)));
    }

    /** How many nodes work on a group, over all groups. */
    private static List<Long> owners(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("select distinct count(distinct owner) from reference.tokens where claimed_at > now() -"
                        + " interval '8 s' group by processor")
                .query(Long.class)
                .list();
    }

    private static AccountId opened(ConfigurableApplicationContext node, String name) {
        var id = new AccountId("account-" + name);
        commands(node).send(new OpenAccount(id, name, Money.parse("CNY 100000.00")), OFFICER);
        return id;
    }

    private static long count(ConfigurableApplicationContext node, String event) {
        return node.getBean(JdbcClient.class)
                .sql("select count(*) from store.events where name = ?")
                .param("reference." + event)
                .query(Long.class)
                .single();
    }

    private static Commands commands(ConfigurableApplicationContext node) {
        return node.getBean(Commands.class);
    }
}
