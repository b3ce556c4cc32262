package tallystick.application.products;

import tallystick.application.api.ProductData;
import tallystick.kernel.Sha256;
import tallystick.runtime.web.json.WebJson;

/** Names the content of a version: SHA-256 of its JSON, in lower hex. */
final class ContentHash {
    private ContentHash() {}

    static String of(ProductData data) {
        return Sha256.hex(WebJson.get().writeValueAsString(data));
    }
}
