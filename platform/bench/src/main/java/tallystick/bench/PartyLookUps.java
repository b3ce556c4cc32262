package tallystick.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.application.api.WhoHas;
import tallystick.application.parties.Network;
import tallystick.kernel.PartyId;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.IdentifierKind;

/**
 * Look-ups of a party by an identifier over HTTP, among millions of parties with three identifiers each. Most rows are
 * random hashes; those that are asked for are spread among them.
 */
final class PartyLookUps implements Measurement {
    private static final int ASKED_FOR = 50_000;

    /** How many of them share something. */
    private static final int CONNECTED = 50_000;

    /** The first and the last of them share with fewer. */
    private static final int EDGE = 16;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform = WholePlatform.start("parties")) {
            var parties = options.number("parties", 5_000_000);
            seed(platform, parties);
            report.condition("parties", parties + " with " + 3L * parties + " identifiers");
            var token = token(platform.address());
            look(platform.address(), token, 32, Duration.ofSeconds(10), null);
            for (var round = 0; round < options.number("rounds", 5); round++) {
                for (int callers : options.numbers("callers", "8,64")) {
                    var spent = Spent.sofar(platform.database());
                    var looks = look(platform.address(), token, callers, options.seconds(8), report);
                    spent.since()
                            .forEach((of, millis) -> report.add(
                                    "processor time of one look-up, %d callers: %s".formatted(callers, of),
                                    "ms",
                                    millis / (double) looks));
                }
                query(platform, options.seconds(4), report);
                twoHops(platform, options.seconds(4), report);
            }
        }
    }

    private static void seed(WholePlatform platform, int parties) {
        var database = new JdbcTemplate(platform.bean(javax.sql.DataSource.class));
        var index = platform.bean(BlindIndex.class);
        database.execute(
                "insert into application.parties_v1 (id, name) select 'party-' || n, 'L* L**' from generate_series(1, "
                        + parties + ") n");
        for (var kind : IdentifierKind.values()) {
            if (kind == IdentifierKind.NATIONAL_ID || kind == IdentifierKind.PHONE || kind == IdentifierKind.ACCOUNT) {
                database.execute(("insert into application.party_identifiers_v1 (kind, hash, party) select '%s',"
                    + " encode(sha256(cast('%s' || n as bytea)), 'base64'), 'party-' || n from generate_series(1, %d)"
                    + " n")
                        .formatted(kind, kind, parties));
            }
        }
        // Four share a device and eight an e-mail, not the same: some thirty people are within two hops.
        for (var shared : Map.of("DEVICE", 4, "EMAIL", 8).entrySet()) {
            database.execute(("insert into application.party_identifiers_v1 (kind, hash, party) select '%s', '%s-' ||"
                            + " (n + %d) / %d, 'party-' || n from generate_series(1, %d) n")
                    .formatted(shared.getKey(), shared.getKey(), shared.getValue() / 2, shared.getValue(), CONNECTED));
        }
        var rows = new ArrayList<Object[]>();
        for (var n = 0; n < ASKED_FOR; n++) {
            rows.add(new Object[] {
                index.of(IdentifierKind.PHONE, phone(n)), "party-" + (1 + (long) n * parties / ASKED_FOR)
            });
        }
        database.batchUpdate(
                "insert into application.party_identifiers_v1 (kind, hash, party) values ('PHONE', ?, ?)", rows);
        database.execute("vacuum analyze application.party_identifiers_v1");
        database.execute("vacuum analyze application.parties_v1");
    }

    /** The same question without HTTP. */
    private static void query(WholePlatform platform, Duration duration, Report report) throws InterruptedException {
        var queries = platform.bean(Queries.class);
        var index = platform.bean(BlindIndex.class);
        report.add("look-ups through the query handler, 8 callers", "/s", Load.perSecond(8, duration, () -> {
            var phone = phone(ThreadLocalRandom.current().nextInt(ASKED_FOR));
            var found = queries.ask(new WhoHas("PHONE", index.of(IdentifierKind.PHONE, phone)));
            if (found.parties().isEmpty()) {
                throw new IllegalStateException("Expected a party; found none.");
            }
        }));
    }

    private static void twoHops(WholePlatform platform, Duration duration, Report report) throws InterruptedException {
        var network = platform.bean(Network.class);
        var times = new ConcurrentLinkedQueue<Long>();
        Load.perSecond(4, duration, () -> {
            var start = System.nanoTime();
            var found = network.features(
                    new PartyId("party-" + ThreadLocalRandom.current().nextInt(EDGE, CONNECTED - EDGE)));
            times.add(System.nanoTime() - start);
            if (found.people() < 10) {
                throw new IllegalStateException("Expected a network; found " + found);
            }
        });
        var all = times.stream().mapToLong(Long::longValue).toArray();
        report.add("two hops: mean", "ms", Arrays.stream(all).average().orElse(0) / 1e6);
        report.add("two hops: p99", "ms", Times.of(java.util.List.of(all)).millis(99));
    }

    private static String phone(int n) {
        return "+86138%08d".formatted(n);
    }

    /** How many there were. */
    private int look(
            String address,
            String token,
            int callers,
            Duration duration,
            @org.jspecify.annotations.Nullable Report report)
            throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        var rate = Load.perSecond(callers, duration, () -> {
            var start = System.nanoTime();
            one(address, token, phone(ThreadLocalRandom.current().nextInt(ASKED_FOR)));
            times.add(System.nanoTime() - start);
        });
        if (report != null) {
            var all = times.stream().mapToLong(Long::longValue).toArray();
            var what = "look-ups over HTTP, %d callers".formatted(callers);
            report.add(what, "/s", rate);
            report.add(what + ": mean", "ms", Arrays.stream(all).average().orElse(0) / 1e6);
            report.add(what + ": p99", "ms", Times.of(java.util.List.of(all)).millis(99));
        }
        return times.size();
    }

    private void one(String address, String token, String phone) {
        var request = HttpRequest.newBuilder(URI.create(address + "/parties/resolve"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"kind\":\"PHONE\",\"value\":\"%s\"}".formatted(phone)))
                .build();
        try {
            var body = http.send(request, BodyHandlers.ofString()).body();
            if (!body.contains("party-")) {
                throw new IllegalStateException("Expected a party; found " + body);
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private String token(String address) throws IOException, InterruptedException {
        var login = Base64.getEncoder()
                .encodeToString(("officer:" + LoanOfficer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var asked = HttpRequest.newBuilder(URI.create(address + "/tokens"))
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.noBody());
        var answer = http.send(asked.build(), BodyHandlers.ofString()).body();
        var found = Pattern.compile("\"token\":\"([^\"]*)\"").matcher(answer);
        return found.find() ? found.group(1) : "";
    }
}
