package tallystick.runtime.processing.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Blocks of 4,096 positions, and the hash of an event's id. The hash has 48 bits, so that the sum of a whole block stays
 * within 64 bits and its database column cannot overflow.
 */
public final class Block {
    /** The same hash in SQL. */
    public static final String SQL_HASH = "('x' || substr(md5(event_id), 1, 12))::bit(48)::bigint";

    private static final int BITS = 12;
    private static final int HASH_BYTES = 6;
    private static final ThreadLocal<MessageDigest> MD5 = ThreadLocal.withInitial(Block::md5);

    private Block() {}

    public static long of(long position) {
        return position >> BITS;
    }

    public static long first(long block) {
        return block << BITS;
    }

    static long hash(String eventId) {
        var digest = MD5.get().digest(eventId.getBytes(StandardCharsets.UTF_8));
        var hash = 0L;
        for (var i = 0; i < HASH_BYTES; i++) {
            hash = (hash << 8) | (digest[i] & 0xff);
        }
        return hash;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
