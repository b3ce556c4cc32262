package tallystick.audit.facts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tallystick.runtime.sealing.Opened;

/**
 * JSON before it is sealed: what is sealed no longer shrinks, and a decision keeps all its facts. What was sealed before
 * anything was packed begins with a bracket, which packed bytes never do.
 */
public final class Packed {
    private static final int CHUNK = 4096;
    private static final int MOST = 10_000_000;

    private Packed() {}

    public static byte[] pack(String json) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(json.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var packed = new ByteArrayOutputStream(CHUNK);
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        }
    }

    /** @param otherwise the JSON that stands for what is erased */
    public static String text(Opened opened, String otherwise) {
        return switch (opened) {
            case Opened.Clear clear -> text(clear);
            case Opened.Erased _ -> otherwise;
        };
    }

    public static String text(Opened.Clear clear) {
        var bytes = clear.bytes();
        return bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[') ? clear.text() : unpack(bytes);
    }

    private static String unpack(byte[] packed) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var clear = new ByteArrayOutputStream(CHUNK);
            var chunk = new byte[CHUNK];
            while (!inflater.finished() && clear.size() < MOST) {
                var read = inflater.inflate(chunk);
                if (read == 0 && inflater.needsInput()) {
                    throw new DataFormatException("it ends too early");
                }
                clear.write(chunk, 0, read);
            }
            return clear.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException broken) {
            throw new IllegalStateException("Expected packed JSON; found something else.", broken);
        }
    }
}
