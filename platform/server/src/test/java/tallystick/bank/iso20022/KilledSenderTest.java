package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.CallContext;
import tallystick.runtime.testing.TestDatabase;

/**
 * A real process that is killed while it makes files of what it is given, and another one after it, and so on: in the end
 * every order that the ledger took stands in one file. {@code -Dproof.files.kills=50} kills more often.
 */
class KilledSenderTest {
    private static final int KILLS = Integer.getInteger("proof.files.kills", 3);

    private static Map<String, String> settings(String url, String user, String password, String folder) {
        var settings = new HashMap<>(Map.of(
                "out",
                Path.of(folder, "out").toString(),
                "in",
                Path.of(folder, "in").toString(),
                "owner",
                "Tallystick Lending",
                "account",
                FileBank.ACCOUNT,
                "currency",
                "CNY",
                "bic",
                "SANDCNBJ",
                "batch.every",
                "PT0S",
                "secret",
                "whsec_" + Base64.getEncoder().encodeToString(new byte[32])));
        settings.put("database.url", url);
        settings.put("database.user", user);
        settings.put("database.password", password);
        return settings;
    }

    /** A platform that is told nothing. */
    private record Deaf() implements BankHost {
        @Override
        public String bank() {
            return "killed";
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public Optional<URI> callbackAddress(String channel) {
            return Optional.empty();
        }
    }

    /** The process: takes orders and makes files of them until it is killed. */
    static final class Sending {
        private Sending() {}

        public static void main(String... arguments) throws IOException {
            var settings = settings(arguments[0], arguments[1], arguments[2], arguments[3]);
            try (var adapter = IsoFactory.made(settings, new Deaf(), folder -> folder)) {
                for (var i = 0; ; i++) {
                    adapter.submit(
                            FileBank.payOut("instr-%s-%d".formatted(arguments[4], i), "10.00"),
                            new CallContext(1, Duration.ofSeconds(5)));
                    if (i % 5 == 4) {
                        adapter.round();
                    }
                }
            }
        }
    }

    @Test
    void rule3WhateverIsKilledWhereverEachOrderStandsInOneFile() throws Exception {
        var its = TestDatabase.empty();
        var folder = FileBank.temporary();
        Files.createDirectories(folder.resolve("out"));
        var random = new SplittableRandom(7);
        for (var kill = 0; kill < KILLS; kill++) {
            var process = start(its, folder, "k" + kill);
            var before = FileBank.payments(folder.resolve("out")).size();
            await().until(() -> FileBank.payments(folder.resolve("out")).size() > before + 20);
            Thread.sleep(random.nextInt(400));
            assertThat(process.isAlive()).as("the kill lands in the middle").isTrue();
            process.destroyForcibly().waitFor();
        }
        var address = its.address();
        try (var adapter = IsoFactory.made(
                settings(address.url(), address.user(), address.password(), folder.toString()),
                new Deaf(),
                one -> one)) {
            adapter.round();
            var taken = JdbcClient.create(its.dataSource())
                    .sql("select end_to_end from iso_killed.orders")
                    .query(String.class)
                    .list();
            assertThat(FileBank.payments(folder.resolve("out"))).containsExactlyInAnyOrderElementsOf(taken);
        }
    }

    private static Process start(TestDatabase database, Path folder, String name) throws IOException {
        var address = database.address();
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sending.class.getName(),
                        address.url(),
                        address.user(),
                        address.password(),
                        folder.toString(),
                        name))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }
}
