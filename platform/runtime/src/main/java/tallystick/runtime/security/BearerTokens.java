package tallystick.runtime.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Sha256;

/**
 * Tokens in the database, so that every node takes them. What was read is trusted for a moment, which is how late
 * another node sees a revocation; this node sees its own at once.
 */
final class BearerTokens {
    static final String PREFIX = "ts_";
    private static final Pattern SHAPE = Pattern.compile("ts_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int MOST_CACHED = 10_000;

    private final JdbcClient database;
    private final SecuritySettings.Tokens limits;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Read> cache = new ConcurrentHashMap<>();

    /** Whose token it is, and until when. */
    record Owner(String name, Set<Role> roles, Instant expiresAt) {}

    private record Read(Owner owner, Instant at) {}

    BearerTokens(JdbcClient database, SecuritySettings.Tokens limits, InstantSource clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    BearerToken issue(Caller caller) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var expires = now.plus(limits.life());
        prune(caller.name(), now);
        database.sql("insert into runtime.bearer_tokens (hash, name, roles, created_at, expires_at) values (?, ?,"
                        + " ?, ?, ?)")
                .params(
                        hash(text),
                        caller.name(),
                        caller.roles().stream().map(Role::text).sorted().toArray(String[]::new),
                        Timestamp.from(now),
                        Timestamp.from(expires))
                .update();
        return new BearerToken(text, expires, caller.roles());
    }

    /** Empty when the token was never made, is revoked or has expired. */
    Optional<Owner> owner(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (cache.size() >= MOST_CACHED) {
            cache.values().removeIf(read -> !fresh(read, now));
        }
        var key = key(text);
        var known = cache.get(key); // Without the lock: all requests of a caller come with one token.
        var read = known != null && fresh(known, now) ? known : readOnce(key, text, now);
        return Optional.ofNullable(read).map(Read::owner).filter(owner -> now.isBefore(owner.expiresAt()));
    }

    /** Reading inside compute makes a revocation on this node wait for it, and then remove what it read. */
    private @Nullable Read readOnce(String key, String text, Instant now) {
        return cache.compute(key, (_, before) -> before != null && fresh(before, now) ? before : read(text, now));
    }

    /** True when there was such a token. */
    boolean revoke(String text) {
        int revoked = database.sql("delete from runtime.bearer_tokens where hash = ?")
                .param(hash(text))
                .update();
        cache.remove(key(text));
        return revoked > 0;
    }

    /** Ends all tokens of a user that were made until now. */
    int revokeAll(String name) {
        int revoked = database.sql("delete from runtime.bearer_tokens where name = ?")
                .param(name)
                .update();
        cache.clear();
        return revoked;
    }

    /** What nobody knows is not remembered, or somebody could fill the memory with it. */
    private @Nullable Read read(String text, Instant now) {
        return database.sql("select name, roles, expires_at from runtime.bearer_tokens where hash = ?")
                .param(hash(text))
                .query(BearerTokens::owner)
                .optional()
                .map(owner -> new Read(owner, now))
                .orElse(null);
    }

    private void prune(String name, Instant now) {
        database.sql("""
            delete from runtime.bearer_tokens where name = ? and (expires_at <= ? or created_at < (
                select created_at from runtime.bearer_tokens where name = ? order by created_at desc offset ? limit 1))
            """)
                .params(name, Timestamp.from(now), name, Math.max(0, limits.perUser() - 2))
                .update();
    }

    private boolean fresh(Read read, Instant now) {
        var age = Duration.between(read.at(), now);
        return !age.isNegative() && age.compareTo(limits.cacheLife()) < 0;
    }

    private static Owner owner(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        var known = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) roles.getArray())
                .map(Role::of)
                .flatMap(Optional::stream)
                .forEach(known::add);
        return new Owner(
                row.getString("name"), known, row.getTimestamp("expires_at").toInstant());
    }

    /** The cache holds hashes as well: a token is nowhere in memory longer than its request. */
    private static String key(String text) {
        return Base64.getEncoder().encodeToString(hash(text));
    }

    private static byte[] hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
