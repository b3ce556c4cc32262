package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.ProductId;

/** Everything that can happen to a product. Stored for ever: add, never rename or move. */
public sealed interface ProductEvent {
    ProductId product();

    record ProductVersionProposed(ProductId product, int version, ProductData data, String hash, String by, Instant at)
            implements ProductEvent {}

    record ProductVersionApproved(ProductId product, int version, String hash, String by, Instant at)
            implements ProductEvent {}
}
