package tallystick.runtime.sealing;

/** A lender's own way of writing one kind of identifier, as a bean. Changing it later loses what was indexed before. */
public interface Normalisation {
    IdentifierKind kind();

    /** @param text already in the form that {@link IdentifierKind#normal} gives */
    String normal(String text);
}
