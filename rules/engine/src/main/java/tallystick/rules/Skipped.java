package tallystick.rules;

/**
 * A programme that is no place for a case, and why.
 *
 * @param programme its name; {@code *} is every programme
 */
public record Skipped(String programme, String code, String text, String file, int row) {}
