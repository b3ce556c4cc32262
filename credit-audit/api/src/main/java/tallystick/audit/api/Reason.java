package tallystick.audit.api;

/** Why, as a customer may be told. */
public record Reason(String code, String text) {}
