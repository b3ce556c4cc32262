package tallystick.runtime.web.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallystick.runtime.web.Rejected;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.json.WebJson;
import tallystick.runtime.web.writes.AnswerSealer;

/**
 * Makes cursors and takes back its own only: each is signed together with the list and the filters it belongs to, so
 * that nobody steers a query with one.
 */
final class Cursors {
    private static final int SIGNATURE_BYTES = 16;
    private static final int LONGEST = 2_000;

    private final AnswerSealer sealer;

    Cursors(AnswerSealer sealer) {
        this.sealer = sealer;
    }

    String write(String path, Map<String, String> filters, List<String> keys) {
        var content = WebJson.get().writeValueAsBytes(keys);
        var signature = signature(path, filters, content);
        var all = Arrays.copyOf(signature, SIGNATURE_BYTES + content.length);
        System.arraycopy(content, 0, all, SIGNATURE_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    List<String> read(String path, Map<String, String> filters, String cursor) {
        var all = bytes(cursor);
        var content = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
        var signature = Arrays.copyOf(all, SIGNATURE_BYTES);
        if (!MessageDigest.isEqual(signature, signature(path, filters, content))) {
            throw invalid();
        }
        return List.of(WebJson.get().readValue(content, String[].class));
    }

    private static byte[] bytes(String cursor) {
        try {
            var all = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            if (all.length > SIGNATURE_BYTES) {
                return all;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below.
        }
        throw invalid();
    }

    private byte[] signature(String path, Map<String, String> filters, byte[] content) {
        var text = WebJson.get()
                .writeValueAsString(List.of(path, new TreeMap<>(filters), new String(content, StandardCharsets.UTF_8)));
        return Arrays.copyOf(sealer.mac("cursor", text.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
    }

    private static Rejected invalid() {
        return Standard.CURSOR_INVALID.because(
                "Expected the 'next' of a page of this list with the same filters; found another text. Start without a"
                        + " cursor.");
    }
}
