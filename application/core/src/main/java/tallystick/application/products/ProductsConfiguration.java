package tallystick.application.products;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.application.api.ProductCommand;
import tallystick.application.api.ProductEvent;
import tallystick.kernel.ProductId;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs products in. */
@Configuration(proxyBeanMethods = false)
@Import(ProductsController.class)
public class ProductsConfiguration {
    @Bean
    Decider<ProductCommand, ProductEvent, Product> productDecider() {
        return Product.decider();
    }

    @Bean
    EventFamily productFamily() {
        return EventFamily.of("application", ProductEvent.class);
    }

    @Bean
    ProcessingGroup productList() {
        return ProcessingGroup.readModel("application.products.v1", new ProductList());
    }

    @Bean
    IdGuard productGuard(Things things) {
        return IdGuard.of("product", (id, _) -> product(things, id).isPresent());
    }

    @Bean
    IdGuard productVersionGuard(Things things) {
        return IdGuard.of(
                "version",
                (id, path) -> id.matches("[1-9][0-9]{0,5}")
                        && product(things, String.valueOf(path.get("product")))
                                .flatMap(known -> known.version(Integer.parseInt(id)))
                                .isPresent());
    }

    private static java.util.Optional<Product> product(Things things, String name) {
        return name.matches("[a-z][a-z0-9-]{1,39}")
                ? things.find(Product.class, ProductId.named(name).value()).map(found -> found.state())
                : java.util.Optional.empty();
    }

    @Bean
    ProblemCodes productProblems() {
        return () -> List.of(
                new ProblemCode("product-version-unknown", 409, "No such version", "Look at the product's versions."));
    }
}
