package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A node stops before or after anything that it does to a folder or says to the gateway, and another one goes on: the bank
 * gets each payment once, and each answer is told once.
 */
class StoppedAnywhereTest {
    /** As kill -9 looks from inside: nothing after it is done. */
    private static final class Stop extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A folder in front of which the node stops at a given point; points are counted over both folders. */
    private static final class Stops {
        private final int at;
        private int point;

        Stops(int at) {
            this.at = at;
        }

        boolean happened() {
            return point > at;
        }

        Folder in(Folder folder) {
            return new Stopping(folder, this);
        }

        void pass() {
            if (point++ == at) {
                throw new Stop();
            }
        }
    }

    /** Every call has a point before and one after it. */
    private record Stopping(Folder folder, Stops stops) implements Folder {
        /** What is done to a folder. */
        private interface Call<T> {
            T done() throws IOException;
        }

        private <T> T call(Call<T> call) throws IOException {
            stops.pass();
            var result = call.done();
            stops.pass();
            return result;
        }

        @Override
        public List<Entry> list() throws IOException {
            return call(folder::list);
        }

        @Override
        public byte[] read(String name, int most) throws IOException {
            return call(() -> folder.read(name, most));
        }

        @Override
        public void write(String name, byte[] content) throws IOException {
            call(() -> {
                folder.write(name, content);
                return true;
            });
        }

        @Override
        public boolean exists(String name) throws IOException {
            return call(() -> folder.exists(name));
        }

        @Override
        public void rename(String from, String to) throws IOException {
            call(() -> {
                folder.rename(from, to);
                return true;
            });
        }

        @Override
        public void move(String name, String below, String as) throws IOException {
            call(() -> {
                folder.move(name, below, as);
                return true;
            });
        }
    }

    /** Runs a node until it stops at the point; false when there is no such point any more. */
    private static boolean stoppedAt(FileBank bank, int point) {
        var stops = new Stops(point);
        var adapter = bank.restart(stops::in);
        bank.atTheGateway = stops::pass;
        try {
            adapter.round();
            adapter.round();
        } catch (Stop here) {
            // As planned.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        bank.atTheGateway = () -> {};
        return stops.happened();
    }

    @Test
    void rule3EachPaymentLeavesOnceWhereverANodeStops() {
        var points = 0;
        for (var bankIsQuick : List.of(true, false)) {
            while (leavesOnce(points % 1000, bankIsQuick)) {
                points++;
            }
            assertThat(points).isGreaterThan(8);
            points = 0;
        }
    }

    /** @param bankIsQuick whether it takes a file away as soon as it has its name, so that nobody finds it again */
    private static boolean leavesOnce(int point, boolean bankIsQuick) {
        try (var bank = FileBank.of("checksums", "true")) {
            IntStream.range(0, 3).forEach(i -> bank.submit(FileBank.payOut("instr-" + i, "10.00")));
            var taken = bank.out().resolveSibling("taken");
            var stopped = stoppedAt(bank, point);
            if (bankIsQuick) {
                takeAway(bank.out(), taken);
            }
            bank.restart(folder -> folder);
            bank.rounds();
            takeAway(bank.out(), taken);
            assertThat(FileBank.payments(taken)).as("stopped at %d", point).containsExactlyInAnyOrder("0", "1", "2");
            return stopped;
        }
    }

    private static void takeAway(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (var file : FileBank.files(from, ".xml")) {
                Files.move(file, to.resolve(file.getFileName())); // Fails when it is there already.
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void rule7EachAnswerIsToldOnceWhereverANodeStops() {
        var point = 0;
        while (toldOnce(point)) {
            point++;
        }
        assertThat(point).isGreaterThanOrEqualTo(10);
    }

    private static boolean toldOnce(int point) {
        try (var bank = FileBank.of()) {
            bank.submit(FileBank.payOut("instr-1", "10.00"));
            bank.rounds();
            bank.put("s.xml", Written.status("S-1", bank.sentId(), Written.whole("RJCT")));
            var stopped = stoppedAt(bank, point);
            bank.restart(folder -> folder);
            bank.rounds();
            assertThat(bank.messages()).as("stopped at %d", point).isEqualTo(1);
            assertThat(bank.facts()).hasSize(1);
            assertThat(FileBank.files(bank.in(), ".xml")).isEmpty();
            return stopped;
        }
    }
}
