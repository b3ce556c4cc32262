package tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallystick.runtime.testing.TestDatabase;

/**
 * SIGKILL in the midst of many payouts or collections, at each moment at which it could matter. The bank lives on in a
 * process of its own, now and then breaks the line or does not call back, and its ledger is the judge: after the next
 * start everything that was asked for happened once, and nothing is open for more than five minutes of the platform's time.
 *
 * <pre>./mvnw -pl platform/server -am test -Dtest=CrashPointsTest -Dsurefire.failIfNoSpecifiedTests=false \\
 *     -Dproof.kill.points=99 -Dproof.kill.rounds=25 -Dproof.kill.resume=kills.txt</pre>
 */
class CrashPointsTest {
    private static final int POINTS = Integer.getInteger("proof.kill.points", 2);
    private static final int ROUNDS = Integer.getInteger("proof.kill.rounds", 1);
    private static final int AT_ONCE = Integer.getInteger("proof.kill.loans", 40);
    private static final int MANY = AT_ONCE / 4;
    private static final Duration STUCK = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofSeconds(5);

    private final SplittableRandom random = new SplittableRandom(Long.getLong("proof.kill.seed", 1));
    private final TestDatabase database = TestDatabase.empty();
    private final TestDatabase theirs = TestDatabase.empty();
    private final Path data = Platform.folder();
    private final LocalDate day = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    private final Oracle oracle = new Oracle(database, theirs);
    private Duration slowest = Duration.ZERO;
    private int port;
    private BankProcess bank;
    private BothTimes time;

    @BeforeEach
    void openTheBank() throws IOException {
        port = Child.freePort();
        bank = BankProcess.start(theirs, port);
        bank.ready();
        time = new BothTimes(bank);
    }

    @AfterEach
    void closeTheBank() {
        time.close();
        bank.close();
    }

    @Test
    void whatWasAskedForHappensOnceWhereverTheNodeDies() throws Exception {
        var crashes = Crash.all().stream().limit(POINTS).toList();
        var last = Batch.NONE;
        var paid = Batch.NONE;
        for (var kill = Kills.done(); kill < ROUNDS * crashes.size(); kill++) {
            var crash = crashes.get(kill % crashes.size());
            try (var node = NodeProcess.start(database, data, port, bank)) {
                settle(node, last);
                paid = last.isPayOut() ? last : paid;
                if (crash.work() == Crash.Work.COLLECT && paid.isNone()) {
                    paid = Batch.payOut(AT_ONCE, kill * 2 + 1, day);
                    settle(node, paid);
                }
                last = crash.work() == Crash.Work.COLLECT
                        ? paid.collected(day.minusDays(kill))
                        : Batch.payOut(AT_ONCE, kill * 2, day);
                kill(node, crash, last);
            }
            Kills.tell(kill + 1, ROUNDS * crashes.size(), crash, slowest);
        }
        try (var survivor = NodeProcess.start(database, data, port, bank)) {
            settle(survivor, last);
        }
    }

    private void kill(NodeProcess node, Crash crash, Batch batch) throws InterruptedException {
        var seed = random.nextLong(1 << 20);
        time.bank().rewrite(seed, Weather.over(crash, AT_ONCE, seed));
        node.obey("die %d %s".formatted(1 + random.nextInt(3), crash.moment()));
        node.obey(batch.line());
        var there = "at " + crash.moment();
        for (var wait = 0; !there.equals(node.said().poll(1, TimeUnit.SECONDS)); wait++) {
            if (wait == 60) {
                throw new IllegalStateException("Inconclusive: nothing came to '%s'.".formatted(crash));
            }
            time.pass(Duration.ofSeconds(10), node.door());
        }
        node.kill();
        assertThat(oracle.open(batch))
                .as("inconclusive: in flight when the node died at '%s'", crash)
                .isGreaterThanOrEqualTo(MANY);
    }

    /** Whoever asked asks again, since nobody told them; then time passes until nothing is open. */
    private void settle(NodeProcess node, Batch batch) throws InterruptedException {
        if (batch.isNone()) {
            return;
        }
        var since = time.instant();
        node.obey(batch.line());
        node.says("told " + batch.line());
        Awaitility.await()
                .alias("open after " + batch)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> isSettled(node, batch, Duration.between(since, time.instant())));
        var took = Duration.between(since, time.instant());
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        assertThat(took).as("until nothing was open of %s", batch).isLessThan(STUCK);
        assertThat(oracle.wrong(batch)).as("%s", batch).isEqualTo(List.of());
    }

    private boolean isSettled(NodeProcess node, Batch batch, Duration passed) {
        if (oracle.open(batch) == 0) {
            return true;
        }
        if (passed.compareTo(STUCK.minusSeconds(60)) < 0) {
            time.pass(STEP, node.door());
            oracle.leasesAge(STEP);
        }
        return false;
    }

    /** How far the long run has come. */
    private static final class Kills {
        private static int done() throws IOException {
            var file = System.getProperty("proof.kill.resume");
            return file == null || Files.notExists(Path.of(file))
                    ? 0
                    : Integer.parseInt(Files.readString(Path.of(file)).strip());
        }

        private static void tell(int done, int of, Crash last, Duration slowest) throws IOException {
            System.out.printf(
                    "Killed %d of %d times, %d orders in flight each time, last: %s. Slowest to settle: %s. At most"
                            + " %.3f of kills could lose or double money (3/n, 95 %%).%n",
                    done,
                    of,
                    AT_ONCE,
                    last,
                    slowest.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                    Math.min(1.0, 3.0 / done));
            var file = System.getProperty("proof.kill.resume");
            if (file != null) {
                Files.writeString(Path.of(file), Integer.toString(done));
            }
        }
    }
}
