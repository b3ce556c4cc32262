package tallystick.bank.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tallystick.bank.spi.RawInbound;

/**
 * Carries the bank's messages to the platform over HTTP, at least once each: a message stays until it was answered with
 * a 2xx, through restarts and by whichever node comes first.
 */
final class Courier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration STALE_BY = Duration.ofMinutes(10);
    private static final int BATCH = 32;

    private final Database database;
    private final BankClock clock;
    private final InstantSource wire;
    private final Signature signature;
    private final Supplier<Optional<URI>> address;
    private final Semaphore woken = new Semaphore(0);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    /** @param wire the time by which letters are signed, which the platform must share */
    Courier(
            Database database,
            BankClock clock,
            InstantSource wire,
            Signature signature,
            Supplier<Optional<URI>> address) {
        this.database = database;
        this.clock = clock;
        this.wire = wire;
        this.signature = signature;
        this.address = address;
        threads.execute(this::rounds);
    }

    private record Letter(
            long nr,
            String webhookId,
            String body,
            int attempts,
            @Nullable Long fault,
            @Nullable String disguise) {}

    /** There is something to carry now or soon. */
    void wake() {
        woken.release();
    }

    private void rounds() {
        while (open) {
            try {
                var to = address.get();
                if (to.isEmpty() || !round(to.get())) {
                    if (woken.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                        woken.drainPermits();
                    }
                }
            } catch (InterruptedException | RejectedExecutionException stopping) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "The sandbox bank could not send; it tries again.", failed);
                sleep();
            }
        }
    }

    /** Until the next message is due, but not long: the clock may jump. */
    private Duration pause() {
        clock.follow();
        var next = database.run(connection -> {
            try (var select = connection.prepareStatement(
                            "select min(due_at) from messages where told and delivered_at is null");
                    var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
            }
        });
        var left = next.map(due -> Duration.between(clock.instant(), due)).orElse(LOOK);
        return left.compareTo(LOOK) > 0 || !left.isPositive() ? LOOK : left.plusMillis(1);
    }

    private boolean round(URI to) {
        var letters = database.run(this::take);
        letters.forEach(letter -> threads.execute(() -> carry(letter, to)));
        return letters.size() == BATCH;
    }

    private List<Letter> take(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement("update messages set attempts = attempts + 1,"
                + " lease_until = clock_timestamp() + ? * interval '1 millisecond'"
                + " where nr in (select nr from messages where told and delivered_at is null and due_at <= ?"
                + " and (lease_until is null or lease_until < clock_timestamp())"
                + " order by due_at, nr limit ? for update skip locked)"
                + " returning nr, webhook_id, body, attempts, fault, disguise")) {
            update.setLong(1, LEASE.toMillis());
            update.setTimestamp(2, Timestamp.from(clock.instant()));
            update.setInt(3, BATCH);
            var letters = new ArrayList<Letter>();
            try (var row = update.executeQuery()) {
                while (row.next()) {
                    letters.add(new Letter(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, Long.class),
                            row.getString(6)));
                }
            }
            return letters;
        }
    }

    private void carry(Letter letter, URI to) {
        try {
            note(letter, send(letter, to));
        } catch (IOException unanswered) {
            later(letter);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "A message of the sandbox bank could not be carried.", failed);
            later(letter);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private int send(Letter letter, URI to) throws IOException, InterruptedException {
        var message = written(letter);
        var request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach((name, values) -> request.header(name, values.getFirst()));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** As it goes out, signed now; or as its disguise wants it. */
    private RawInbound written(Letter letter) {
        var body = letter.body().getBytes(StandardCharsets.UTF_8);
        var stale = Fault.STALE.name().equals(letter.disguise());
        var now = wire.instant();
        var at = (stale ? now.minus(STALE_BY) : now).getEpochSecond();
        var signed = signature.sign(letter.webhookId(), at, body);
        var forged = Fault.FORGED.name().equals(letter.disguise());
        var headers = Map.of(
                "webhook-id", List.of(letter.webhookId()),
                "webhook-timestamp", List.of(Long.toString(at)),
                "webhook-signature", List.of(forged ? forgery(signed) : signed));
        return new RawInbound(SandboxFactory.CHANNEL, headers, body, now);
    }

    /** Carries all that is due by hand, oldest first: for those who hold the time themselves. */
    void deliver(ToIntFunction<RawInbound> to) {
        database.run(this::take).stream()
                .sorted(Comparator.comparingLong(Letter::nr))
                .forEach(letter -> note(letter, to.applyAsInt(written(letter))));
    }

    /** Looks like a signature and is none: the first one, turned round. */
    private static String forgery(String signed) {
        var first = signed.split(" ", -1)[0];
        return first.substring(0, 3) + new StringBuilder(first.substring(3, first.length() - 1)).reverse() + "=";
    }

    private void note(Letter letter, int status) {
        var answered = status / 100 == 2 || letter.disguise() != null;
        database.run(connection -> {
            if (letter.fault() != null) {
                Script.prove(
                        connection, letter.fault(), "callback %s answered %d".formatted(letter.webhookId(), status));
            }
            try (var update = connection.prepareStatement("update messages set last_status = ?,"
                    + " delivered_at = case when ? then cast(? as timestamptz) end where nr = ?")) {
                update.setInt(1, status);
                update.setBoolean(2, answered);
                update.setTimestamp(3, Timestamp.from(clock.instant()));
                update.setLong(4, letter.nr());
                return update.executeUpdate();
            }
        });
        if (!answered) {
            later(letter);
        }
    }

    /** Again after 1, 2, 4 ... seconds of the bank's clock, at most an hour. */
    private void later(Letter letter) {
        var pause = Duration.ofSeconds(Math.min(3600, 1L << Math.min(letter.attempts() - 1, 12)));
        Instant due = clock.instant().plus(pause);
        try {
            database.run(connection -> {
                try (var update = connection.prepareStatement(
                        "update messages set due_at = greatest(due_at, ?), lease_until = null where nr = ?")) {
                    update.setTimestamp(1, Timestamp.from(due));
                    update.setLong(2, letter.nr());
                    return update.executeUpdate();
                }
            });
        } catch (RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Message {0} comes again when its lease ends.", letter.nr());
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
        threads.close();
        http.shutdownNow();
    }
}
