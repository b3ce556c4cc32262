package tallystick.kernel;

import java.util.Arrays;

/**
 * Personal data as cipher text: safe to store for ever, gone when its key is gone. Opened only at the edges.
 *
 * @param subject the id of whom it is about, which also names the key
 * @param purpose why it is kept; each purpose has a key of its own
 * @param epoch which of the subject's keys sealed it, counted from 1
 * @param bytes nonce, cipher text and tag, as the sealing wrote them
 */
public record Sealed(String subject, Purpose purpose, int epoch, byte[] bytes) {
    /** Why personal data is kept. Stored by name: add, never rename. */
    public enum Purpose {
        /** Who somebody is: names, numbers, addresses. */
        IDENTITY,
        /** What a decision was based on. Outlives the identity while a decision must be explained. */
        FACTS,
        /** The stored answer to a request. */
        ANSWER
    }

    public Sealed {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("Expected the id of a subject; found none.");
        }
        if (epoch < 1) {
            throw new IllegalArgumentException("Expected a key epoch from 1; found %d.".formatted(epoch));
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that
                && subject.equals(that.subject)
                && purpose == that.purpose
                && epoch == that.epoch
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + Arrays.hashCode(bytes);
    }

    /** Names the key, never the content. */
    @Override
    public String toString() {
        return "Sealed[%s %s epoch %d, %d bytes]".formatted(subject, purpose, epoch, bytes.length);
    }
}
