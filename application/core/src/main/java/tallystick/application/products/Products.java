package tallystick.application.products;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductCommand;
import tallystick.application.api.ProductEvent;
import tallystick.runtime.decide.Decider;

/** Connects products to the machine. */
public final class Products implements Decider<ProductCommand, ProductEvent, Product> {
    @Override
    public String kind() {
        return "product";
    }

    @Override
    public Class<ProductCommand> commands() {
        return ProductCommand.class;
    }

    @Override
    public Class<ProductEvent> events() {
        return ProductEvent.class;
    }

    @Override
    public Class<Product> states() {
        return Product.class;
    }

    @Override
    public List<ProductEvent> decide(ProductCommand command, @Nullable Product state) {
        return Product.decide(command, state);
    }

    @Override
    public Product after(@Nullable Product state, ProductEvent event) {
        return Product.after(state, event);
    }
}
