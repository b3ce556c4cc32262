package tallystick.runtime.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the hash before and the canonical bytes of an event, in position order. Every field is written with its
 * length, so that no two events have the same bytes. Not safe for threads; whoever writes or verifies has its own.
 */
final class RecordChain {
    private final MessageDigest sha256;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    RecordChain() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    byte[] next(byte[] previous, long position, Instant recordedAt, NewEvent event) {
        sha256.update(previous);
        add(position);
        add(micros(recordedAt));
        add(micros(event.occurredAt()));
        add(event.sequence());
        add(event.eventId());
        add(event.kind());
        add(event.id());
        add(event.name());
        add(event.revision());
        add(event.metadata());
        add(event.payload());
        return sha256.digest();
    }

    private void add(@Nullable String text) {
        if (text == null) {
            add(-1L);
        } else {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(byte[] bytes) {
        add((long) bytes.length);
        sha256.update(bytes);
    }

    private void add(long value) {
        sha256.update(number.clear().putLong(value).array());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
