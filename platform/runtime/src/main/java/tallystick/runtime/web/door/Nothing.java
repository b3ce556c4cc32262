package tallystick.runtime.web.door;

/** The body {@code {}} of a state change that needs no words; a field in it is an unknown field. */
public record Nothing() {}
