package tallystick.runtime.web.writes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import tallystick.kernel.Sealed;
import tallystick.runtime.sealing.BlindIndex;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;

/** Seals answers with the key of their month, so that a month's answers can be made unreadable at once. */
final class MonthlySealer implements AnswerSealer {
    private static final String FIELD = "answer";

    private final Sealing sealing;
    private final BlindIndex index;
    private final InstantSource clock;

    MonthlySealer(Sealing sealing, BlindIndex index, InstantSource clock) {
        this.sealing = sealing;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public byte[] seal(byte[] plain) {
        var sealed = sealing.seal(Sealing.monthly("answers", clock.instant()), Sealed.Purpose.ANSWER, FIELD, plain);
        var subject = sealed.subject().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + subject.length + Integer.BYTES + sealed.bytes().length)
                .put((byte) subject.length)
                .put(subject)
                .putInt(sealed.epoch())
                .put(sealed.bytes())
                .array();
    }

    @Override
    public byte[] open(byte[] text) {
        var from = ByteBuffer.wrap(text);
        var subject = new byte[from.get()];
        from.get(subject);
        var epoch = from.getInt();
        var bytes = new byte[from.remaining()];
        from.get(bytes);
        var name = new String(subject, StandardCharsets.UTF_8);
        return switch (sealing.open(new Sealed(name, Sealed.Purpose.ANSWER, epoch, bytes), FIELD)) {
            case Opened.Clear clear -> clear.bytes();
            case Opened.Erased _ ->
                throw new IllegalStateException(
                        "Expected to open an answer of %s; its key was deleted.".formatted(name));
        };
    }

    @Override
    public byte[] mac(String purpose, byte[] content) {
        return Base64.getUrlDecoder().decode(index.keyed(purpose, content));
    }
}
