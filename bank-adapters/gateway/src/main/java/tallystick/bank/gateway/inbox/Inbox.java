package tallystick.bank.gateway.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.bank.gateway.work.Gathering;
import tallystick.bank.spi.InboundResult.Verified;
import tallystick.bank.spi.RawInbound;
import tallystick.kernel.BankId;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sealed.Purpose;
import tallystick.kernel.Sha256;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages as they came, sealed under a key of their bank and month. One of each key, for ever. Those that come together
 * are kept together, so that they wait for the disk once, and those that are done together are ticked off together.
 */
final class Inbox {
    private static final String KEEP = """
        insert into bank.inbox (bank, message_id, channel, received_at, body_hash, subject, epoch, sealed, next_try_at)
        select bank, message_id, channel, received_at, body_hash, subject, epoch, sealed, clock_timestamp()
          from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::bytea[])
               with ordinality as m (bank, message_id, channel, received_at, body_hash, subject, epoch, sealed, nr)
         order by bank, message_id, nr
        on conflict (bank, message_id) do nothing
        returning bank, message_id
        """;
    private static final int MOST_AT_ONCE = 64;

    /** Does not wait for the disk: for what may be lost in a crash, as it only saves doing harmless work again. */
    private static final String SOON = "set_config('synchronous_commit', 'off', true) = 'off'";

    private static final String TAKE = """
        with soon as materialized (select %s)
        update bank.inbox set attempts = attempts + 1,
               next_try_at = clock_timestamp() + :lease * interval '1 millisecond'
          from soon
         where (bank, message_id) in
               (select bank, message_id from bank.inbox where next_try_at <= clock_timestamp()
                 order by next_try_at limit :most for update skip locked)
        returning bank, message_id, attempts, received_at, channel, subject, epoch, sealed
        """.formatted(SOON);

    private static final String TICK = """
        update bank.inbox as i set next_try_at = null, done_at = m.at
          from unnest(?::text[], ?::text[], ?::timestamptz[]) as m (bank, message_id, at)
         where i.bank = m.bank and i.message_id = m.message_id and %s
        """.formatted(SOON);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIELD = "inbound";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 11;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Sealing sealing;
    private final Runnable wake;
    private final Gathering<Arrived, Boolean> keeping = new Gathering<>("inbox-keeping", MOST_AT_ONCE, this::keep);
    private final Gathering<Ticked, Ticked> ticking = new Gathering<>("inbox-ticking", MOST_AT_ONCE, this::tick);

    Inbox(JdbcTemplate database, Sealing sealing, Runnable wake) {
        this.database = JdbcClient.create(database);
        this.batches = database;
        this.sealing = sealing;
        this.wake = wake;
    }

    private record Key(String bank, String messageId) {}

    private record Arrived(Key key, String channel, Instant at, String hash, Sealed sealed) {}

    private record Ticked(Message message, Instant at) {}

    /** A message to be worked off. */
    record Message(BankId bank, String messageId, int attempts, Instant receivedAt, String channel, Sealed sealed) {
        @Override
        public String toString() {
            return "message %s of %s, attempt %d".formatted(messageId, bank, attempts);
        }
    }

    /** As it is kept. */
    private record Kept(Map<String, List<String>> headers, String body) {}

    /** What became of a message at the door. */
    enum Keeping {
        NEW,
        REPEAT,
        /** The bank used a key twice: what came first counts, and a person must look at the second. */
        OTHER_CONTENT
    }

    /** Committed when it returns. A message that was kept before is left as it was. */
    Keeping keep(BankId bank, Verified verified, RawInbound raw) {
        var subject = Sealing.monthly("bank-" + bank, raw.receivedAt());
        var sealed = sealing.seal(subject, Purpose.ANSWER, FIELD, written(raw));
        var hash = Sha256.hex(raw.body());
        var key = new Key(bank.value(), verified.messageId());
        if (keeping.ask(new Arrived(key, raw.channel(), raw.receivedAt(), hash, sealed))) {
            return Keeping.NEW;
        }
        return isRepeat(key, hash) ? Keeping.REPEAT : Keeping.OTHER_CONTENT;
    }

    /** Which of them are new. Of two with one key, the first is. */
    private List<Boolean> keep(List<Arrived> all) {
        var added = new HashSet<>(batches.query(
                KEEP,
                (row, _) -> new Key(row.getString("bank"), row.getString("message_id")),
                each(all, one -> one.key().bank()),
                each(all, one -> one.key().messageId()),
                each(all, Arrived::channel),
                each(all, one -> one.at().toString()),
                each(all, Arrived::hash),
                each(all, one -> one.sealed().subject()),
                all.stream().map(one -> one.sealed().epoch()).toArray(Integer[]::new),
                all.stream().map(one -> one.sealed().bytes()).toArray(byte[][]::new)));
        if (!added.isEmpty()) {
            wake.run();
        }
        return all.stream().map(one -> added.remove(one.key())).toList();
    }

    private static <T> String[] each(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private boolean isRepeat(Key key, String hash) {
        return database.sql("select body_hash = ? from bank.inbox where bank = ? and message_id = ?")
                .params(hash, key.bank(), key.messageId())
                .query(Boolean.class)
                .single();
    }

    /** Leases the oldest that wait. */
    List<Message> take(int most) {
        return database.sql(TAKE)
                .param("lease", LEASE.toMillis())
                .param("most", most)
                .query(Inbox::message)
                .list();
    }

    /** Lets go of what was worked off before then. The key stays: a repeat is a repeat for ever. */
    int forget(Instant before) {
        return database.sql("update bank.inbox set sealed = '' where done_at < ? and length(sealed) > 0")
                .param(Timestamp.from(before))
                .update();
    }

    /** Lost with a crash of the database, it comes again, as one does that was cut off half way. */
    void done(Message message, Instant now) {
        ticking.ask(new Ticked(message, now));
    }

    private List<Ticked> tick(List<Ticked> all) {
        batches.update(
                TICK,
                each(all, one -> one.message().bank().value()),
                each(all, one -> one.message().messageId()),
                each(all, one -> one.at().toString()));
        return all;
    }

    /** Tried on for ever, ever more seldom. */
    void later(Message message) {
        var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(message.attempts(), MOST_DOUBLINGS));
        database.sql("""
            update bank.inbox set next_try_at = clock_timestamp() + ? * interval '1 millisecond'
             where bank = ? and message_id = ?
            """)
                .params(pause.toMillis(), message.bank().value(), message.messageId())
                .update();
    }

    /** Just as it arrived, so that the adapter judges it the same again. */
    RawInbound raw(Message message) {
        var opened = sealing.open(message.sealed(), FIELD);
        if (!(opened instanceof Opened.Clear clear)) {
            throw new IllegalStateException("Expected %s to open; its key is gone.".formatted(message));
        }
        var kept = JSON.readValue(clear.bytes(), Kept.class);
        return new RawInbound(
                message.channel(), kept.headers(), Base64.getDecoder().decode(kept.body()), message.receivedAt());
    }

    private static byte[] written(RawInbound raw) {
        var body = Base64.getEncoder().encodeToString(raw.body());
        return JSON.writeValueAsBytes(new Kept(new HashMap<>(raw.headers()), body));
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                new BankId(row.getString("bank")),
                row.getString("message_id"),
                row.getInt("attempts"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("channel"),
                new Sealed(row.getString("subject"), Purpose.ANSWER, row.getInt("epoch"), row.getBytes("sealed")));
    }
}
