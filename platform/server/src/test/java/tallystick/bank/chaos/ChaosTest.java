package tallystick.bank.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.journeys.Platform;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.testing.TestDatabase;

/**
 * Whatever goes wrong in whatever combination: afterwards, for every order, the bank's ledger and our word are the same, or
 * an open case says that they are not; nothing is done twice, and no payment is lost. The long run goes on where it stopped:
 *
 * <pre>./mvnw -pl platform/server -am test -Dtest=ChaosTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dtallystick.chaos.seeds=10000 -Dtallystick.chaos.resume=chaos.txt</pre>
 */
class ChaosTest {
    private static final long FIRST = Long.getLong("tallystick.chaos.first", 1);
    private static final int SEEDS = Integer.getInteger("tallystick.chaos.seeds", 200);
    private static final int TELL_EVERY = 100;

    @TempDir
    static Path folder;

    private static Platform platform;
    private static World world;

    @BeforeAll
    static void start() {
        platform = Platform.start(TestDatabase.empty());
        world = new World(platform.bean(Sealing.class), folder);
    }

    @AfterAll
    static void stop() {
        world.close();
        platform.close();
    }

    @Test
    void inTheEndBankAndWeAgreeOrACaseIsOpen() throws IOException {
        var agreed = 0;
        var cases = 0;
        var done = resumed();
        for (var n = done; n < SEEDS; n++) {
            var end = new Chaos(world, FIRST + n).run();
            agreed += end.agreed();
            cases += end.cases();
            if ((n + 1) % TELL_EVERY == 0) {
                tell(n + 1, agreed, cases);
            }
        }
        if (SEEDS - done >= TELL_EVERY) {
            assertThat(agreed).as("mostly they agree; %d cases", cases).isGreaterThan(cases);
        }
    }

    private static void tell(int n, int agreed, int cases) throws IOException {
        System.out.printf(
                "Chaos: %,d seeds, %,d orders agreed, %,d open cases; at most %.4f of runs could fail (3/n, 95 %%).%n",
                n, agreed, cases, 3.0 / n);
        var file = System.getProperty("tallystick.chaos.resume");
        if (file != null) {
            Files.writeString(Path.of(file), "%d %d%n".formatted(FIRST, n));
        }
    }

    /** How many seeds a former run has done already. */
    private static int resumed() throws IOException {
        var file = System.getProperty("tallystick.chaos.resume");
        if (file == null || Files.notExists(Path.of(file))) {
            return 0;
        }
        var parts = Files.readString(Path.of(file)).strip().split(" ", -1);
        return Long.parseLong(parts[0]) == FIRST ? Integer.parseInt(parts[1]) : 0;
    }
}
