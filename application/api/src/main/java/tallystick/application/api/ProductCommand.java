package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.Addressed;
import tallystick.kernel.ProductId;

/** What one may ask of a product. */
public sealed interface ProductCommand extends Addressed {
    @Override
    ProductId target();

    /** @param hash SHA-256 of the data as it is shown, which a second person approves */
    record ProposeVersion(ProductId target, ProductData data, String hash, String by, Instant at)
            implements ProductCommand {}

    record ApproveVersion(ProductId target, int version, String hash, String by, Instant at)
            implements ProductCommand {}
}
