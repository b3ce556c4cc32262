package tallystick.application.products;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tallystick.application.api.ProductCommand;
import tallystick.application.api.ProductCommand.ApproveVersion;
import tallystick.application.api.ProductCommand.ProposeVersion;
import tallystick.application.api.ProductData;
import tallystick.kernel.ProductId;
import tallystick.runtime.web.json.WebJson;

/** The products that are there at the first start. */
public final class ShippedProducts {
    private static final List<String> NAMES = List.of("cash-loan", "used-car-loan", "cash-loan-ie", "used-car-loan-ie");

    private ShippedProducts() {}

    /** In force at once: proposed by who wrote the platform, approved by who starts it. */
    public static List<ProductCommand> commands(Instant at) {
        return NAMES.stream().flatMap(name -> commands(name, at)).toList();
    }

    private static Stream<ProductCommand> commands(String name, Instant at) {
        var data = read("/products/" + name + ".json");
        var id = ProductId.named(data.id());
        var hash = ContentHash.of(data);
        return Stream.of(
                new ProposeVersion(id, data, hash, "shipped", at), new ApproveVersion(id, 1, hash, "first start", at));
    }

    private static ProductData read(String name) {
        try (var stream = ShippedProducts.class.getResourceAsStream(name)) {
            return WebJson.get().readValue(stream, ProductData.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + name + ".", unreadable);
        }
    }
}
