package tallystick.application.products;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tallystick.application.api.ProductData;

/** A version of a product in REST: its data, and how it stands. */
record ProductView(@JsonUnwrapped ProductData data, int version, String state, String hash) {
    static ProductView of(Product product, Product.Version version) {
        return new ProductView(version.data(), version.number(), product.stateOf(version), version.hash());
    }
}
