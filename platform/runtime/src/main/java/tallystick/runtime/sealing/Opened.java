package tallystick.runtime.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Sealed.Purpose;

/** What became of opening something sealed. Erased is an expected answer. */
public sealed interface Opened {
    /** The personal data itself; keep it no longer than one answer. */
    record Clear(byte[] bytes) implements Opened {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "Clear[%d bytes]".formatted(bytes.length);
        }
    }

    /**
     * The key is gone, and with it what it sealed.
     *
     * @param since null when there is no trace of the key: it was never here, or a restore lost it
     */
    record Erased(String subject, Purpose purpose, @Nullable Instant since) implements Opened {}

    /** The text, or what stands for it when it is erased. */
    default String textOr(Function<Erased, String> erased) {
        return switch (this) {
            case Clear clear -> clear.text();
            case Erased gone -> erased.apply(gone);
        };
    }
}
