package tallystick.runtime.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person or machine is here to do. Its text, such as {@code risk-author}, is what users and tokens carry. */
public enum Role {
    OFFICER(Authority.PII_READ),
    UNDERWRITER(Authority.PII_READ),
    SENIOR_UNDERWRITER(Authority.PII_READ),
    RISK_AUTHOR,
    RISK_APPROVER,
    OPERATIONS(Authority.ACTUATOR_READ),
    FINANCE,
    AUDITOR(Authority.PII_READ, Authority.ACTUATOR_READ),
    ADMIN(Authority.ACTUATOR_READ),
    BANK,
    SERVICE;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, so it is.
    private final Set<String> authorities;

    Role(String... authorities) {
        this.authorities = Set.of(authorities);
    }

    /** The name people write: lower case, words joined by a dash. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What this role may do beside its routes, such as {@code pii:read}. */
    public Set<String> authorities() {
        return authorities;
    }

    /** The role of this text; also takes the spelling with underscores that identity providers like. */
    public static Optional<Role> of(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(role -> role.text().equals(wanted))
                .findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
