package tallystick.kernel;

/** The identity of a product; people know it by its name, which is the text behind the kind. */
public record ProductId(String value) implements Id {
    public static final String KIND = "product";

    public ProductId {
        Ids.require(KIND, value);
    }

    public static ProductId named(String name) {
        return new ProductId(KIND + "-" + name);
    }

    /** As people and REST call it, such as {@code cash-loan}. */
    public String name() {
        return value.substring(KIND.length() + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
