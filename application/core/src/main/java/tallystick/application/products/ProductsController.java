package tallystick.application.products;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.ProductCommand.ApproveVersion;
import tallystick.application.api.ProductCommand.ProposeVersion;
import tallystick.application.api.ProductData;
import tallystick.kernel.ProductId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Products over HTTP. */
@RestController
@Tag(name = "Products", description = "What is lent, on which terms; changed by one person and approved by another.")
class ProductsController {
    private final Things things;
    private final InstantSource clock;
    private final ThingLists lists;

    ProductsController(Things things, InstantSource clock, ThingLists lists) {
        this.lists = lists;
        this.things = things;
        this.clock = clock;
    }

    /** What the second person has seen. */
    record Approval(String hash) {}

    record Versions(List<ProductView> items) {}

    @Operation(
            operationId = "proposeProduct",
            summary = "Propose a product or its next version",
            description = "Stays DRAFT until another person approves the hash that the answer shows.")
    @PostMapping("/api/v1/products")
    @Allowed(Role.OPERATIONS)
    @Shows(ProductView.class)
    ResponseEntity<byte[]> propose(@RequestBody ProductData body, Write write) {
        return write.<Product>create(
                "application",
                "product",
                Product.class,
                _ -> proposal(body, write.by()),
                decided -> newest(decided.state()),
                decided -> decided.state().id().name());
    }

    @Operation(
            operationId = "changeProduct",
            summary = "Propose the next version",
            description = "The whole data as it shall be. Applications that run keep the version they began with.")
    @PutMapping("/api/v1/products/{product}")
    @Allowed(Role.OPERATIONS)
    @NeedsMatch
    @Shows(ProductView.class)
    ResponseEntity<byte[]> change(@PathVariable String product, @RequestBody ProductData body, Write write) {
        return write.<Product>change(
                "application",
                ProductId.named(product).value(),
                Product.class,
                () -> {
                    if (!body.id().equals(product)) {
                        throw ValueNotAllowed.at("/id", "another-product", product, "another name");
                    }
                    return proposal(body, write.by());
                },
                decided -> newest(decided.state()));
    }

    private ProposeVersion proposal(ProductData body, String by) {
        var at = clock.instant();
        ProductCheck.run(body, at);
        return new ProposeVersion(ProductId.named(body.id()), body, ContentHash.of(body), by, at);
    }

    @Operation(
            operationId = "listProductVersions",
            summary = "Versions of a product",
            description = "The newest first: what was in force, what is, and what waits for a second person.")
    @GetMapping("/api/v1/products/{product}/versions")
    @Readers
    Versions versions(@PathVariable String product) {
        var found = found(product).state();
        return new Versions(found.versions().reversed().stream()
                .map(version -> ProductView.of(found, version))
                .toList());
    }

    @Operation(
            operationId = "approveProduct",
            summary = "Approve a version",
            description = "By another person than the one who proposed it, for exactly the hash that was shown.")
    @PostMapping("/api/v1/products/{product}/versions/{version}/approval")
    @Allowed(Role.OPERATIONS)
    @Shows(ProductView.class)
    ResponseEntity<byte[]> approve(
            @PathVariable String product, @PathVariable int version, @RequestBody Approval body, Write write) {
        var id = ProductId.named(product);
        return write.<Product>change(
                "application",
                id.value(),
                Product.class,
                () -> new ApproveVersion(id, version, body.hash(), write.by(), clock.instant()),
                decided -> version(decided.state(), version));
    }

    @Operation(
            operationId = "listProducts",
            summary = "Products",
            description = "Each with its version in force, or its newest draft when none is.")
    @GetMapping("/api/v1/products")
    @Readers
    @Filters
    ResponseEntity<Page<ProductView>> list(Listing listing) {
        return lists.page(
                listing, "application.products_v1", "proposed_at", Product.class, found -> current(found.state()));
    }

    @Operation(
            operationId = "getProduct",
            summary = "One product",
            description = "Its version in force, or its newest draft when none is.")
    @GetMapping("/api/v1/products/{product}")
    @Readers
    ResponseEntity<ProductView> one(@PathVariable String product) {
        var found = found(product);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(current(found.state()));
    }

    @Operation(
            operationId = "getProductVersion",
            summary = "One version of a product",
            description = "As it was proposed, with its state.")
    @GetMapping("/api/v1/products/{product}/versions/{version}")
    @Readers
    ProductView version(@PathVariable String product, @PathVariable int version) {
        return version(found(product).state(), version);
    }

    private Decided<Product> found(String product) {
        return things.find(Product.class, ProductId.named(product).value()).orElseThrow();
    }

    private static ProductView current(Product product) {
        return product.inForce()
                .map(version -> ProductView.of(product, version))
                .orElseGet(() -> newest(product));
    }

    private static ProductView newest(Product product) {
        return ProductView.of(product, product.versions().getLast());
    }

    private static ProductView version(Product product, int version) {
        return ProductView.of(product, product.version(version).orElseThrow());
    }
}
