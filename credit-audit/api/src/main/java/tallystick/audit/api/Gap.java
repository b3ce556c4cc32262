package tallystick.audit.api;

/** A source of facts that gave nothing, and why: {@code TIMEOUT}, {@code NO_CONSENT}, {@code NOT_CONNECTED}. */
public record Gap(String source, String why) {}
