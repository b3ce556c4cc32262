package tallystick.application.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProductCommand;
import tallystick.application.api.ProductCommand.ApproveVersion;
import tallystick.application.api.ProductCommand.ProposeVersion;
import tallystick.application.api.ProductData;
import tallystick.application.api.ProductEvent;
import tallystick.application.api.ProductEvent.ProductVersionApproved;
import tallystick.application.api.ProductEvent.ProductVersionProposed;
import tallystick.kernel.ProductId;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.approval.FourEyes;
import tallystick.runtime.decide.Decider;

/** A product and all its versions; the newest approved one is in force. */
public record Product(ProductId id, List<Version> versions) {
    public Product {
        versions = List.copyOf(versions);
    }

    /** One version; {@code approvedBy} is null while nobody has. */
    public record Version(
            int number,
            ProductData data,
            String hash,
            String proposedBy,
            @Nullable String approvedBy) {}

    public Optional<Version> inForce() {
        return versions.stream().filter(version -> version.approvedBy() != null).reduce((_, newer) -> newer);
    }

    /** {@code DRAFT}, {@code ACTIVE}, or {@code RETIRED} once a newer one is in force. */
    String stateOf(Version version) {
        if (version.approvedBy() == null) {
            return "DRAFT";
        }
        return inForce().filter(version::equals).isPresent() ? "ACTIVE" : "RETIRED";
    }

    public Optional<Version> version(int number) {
        return number >= 1 && number <= versions.size() ? Optional.of(versions.get(number - 1)) : Optional.empty();
    }

    /** Connects products to the machine. */
    static Decider<ProductCommand, ProductEvent, Product> decider() {
        return Decider.of(
                "product", ProductCommand.class, ProductEvent.class, Product.class, Product::decide, Product::after);
    }

    static List<ProductEvent> decide(ProductCommand command, @Nullable Product is) {
        return switch (command) {
            case ProposeVersion c -> propose(c, is);
            case ApproveVersion c -> approve(c, is);
        };
    }

    private static List<ProductEvent> propose(ProposeVersion c, @Nullable Product is) {
        var versions = is == null ? List.<Version>of() : is.versions;
        if (!versions.isEmpty() && versions.getLast().hash().equals(c.hash())) {
            return List.of();
        }
        return List.of(new ProductVersionProposed(c.target(), versions.size() + 1, c.data(), c.hash(), c.by(), c.at()));
    }

    private static List<ProductEvent> approve(ApproveVersion c, @Nullable Product is) {
        var version = Optional.ofNullable(is)
                .flatMap(product -> product.version(c.version()))
                .orElseThrow(() -> refused(
                        "product-version-unknown",
                        "No such version",
                        "Expected version %d of %s; found none.".formatted(c.version(), c.target())));
        if (version.approvedBy() != null) {
            return List.of();
        }
        FourEyes.mustBeShown("version " + c.version(), version.hash(), c.hash());
        FourEyes.mustDiffer(version.proposedBy(), c.by());
        return List.of(new ProductVersionApproved(c.target(), c.version(), c.hash(), c.by(), c.at()));
    }

    private static Refused refused(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }

    static Product after(@Nullable Product before, ProductEvent event) {
        var versions = new ArrayList<>(before == null ? List.<Version>of() : before.versions);
        switch (event) {
            case ProductVersionProposed e -> versions.add(new Version(e.version(), e.data(), e.hash(), e.by(), null));
            case ProductVersionApproved e -> {
                var proposed = versions.get(e.version() - 1);
                versions.set(
                        e.version() - 1,
                        new Version(
                                proposed.number(), proposed.data(), proposed.hash(), proposed.proposedBy(), e.by()));
            }
        }
        return new Product(event.product(), versions);
    }
}
