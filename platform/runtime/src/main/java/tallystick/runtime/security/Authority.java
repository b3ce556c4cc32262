package tallystick.runtime.security;

/** Rights that are finer than a role. */
public final class Authority {
    /** See personal data in clear, with a stated purpose that is logged. */
    public static final String PII_READ = "pii:read";

    /** See metrics and the details of health. */
    public static final String ACTUATOR_READ = "actuator:read";

    private Authority() {}
}
