package tallystick.application.products;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tallystick.application.api.ProductData;
import tallystick.runtime.web.json.WebJson;

/** Names the content of a version: SHA-256 of its JSON, in lower hex. */
final class ContentHash {
    private ContentHash() {}

    static String of(ProductData data) {
        try {
            var json = WebJson.get().writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
