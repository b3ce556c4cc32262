package tallystick.runtime.security;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The limits and switches of logins, {@code tallystick.security.*}.
 *
 * @param issuerUri an OpenID Connect issuer whose tokens are taken; without it only embedded users log in
 * @param audience what a token must be meant for; required with an issuer
 * @param rolesClaim where a token lists roles, dots step into objects: {@code realm_access.roles}
 * @param nameClaim what names the person; must be unique and never given to somebody else, since four eyes compares it
 * @param algorithms signature algorithms that are taken; never {@code none} and never a shared secret
 * @param embeddedUsers whether built-in users exist; default: only without an issuer
 */
@ConfigurationProperties("tallystick.security")
record SecuritySettings(
        @Nullable String issuerUri,
        @Nullable String audience,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("sub") String nameClaim,
        @DefaultValue({"RS256", "PS256", "ES256"}) List<String> algorithms,
        @Nullable Boolean embeddedUsers,
        @DefaultValue Logins logins,
        @DefaultValue Tokens tokens) {

    /**
     * @param cacheLife how long a verified login is remembered
     * @param failures wrong passwords in a row for one user from one address; one is forgotten per {@code failureEvery}
     * @param addressFailures wrong passwords in a row for any user from one address
     * @param parallelHashes slow hashes computed at once; 0 for half of the processors, so that others have the rest
     * @param hashWait how long a login waits for its turn to be hashed
     */
    record Logins(
            @DefaultValue("5m") Duration cacheLife,
            @DefaultValue("10") int failures,
            @DefaultValue("30s") Duration failureEvery,
            @DefaultValue("200") int addressFailures,
            @DefaultValue("2s") Duration addressFailureEvery,
            @DefaultValue("0") int parallelHashes,
            @DefaultValue("5s") Duration hashWait) {
        Logins {
            atLeastOne("tallystick.security.logins.failures", failures);
            atLeastOne("tallystick.security.logins.address-failures", addressFailures);
            parallelHashes =
                    parallelHashes == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : parallelHashes;
            atLeastOne("tallystick.security.logins.parallel-hashes", parallelHashes);
            positive("tallystick.security.logins.failure-every", failureEvery);
            positive("tallystick.security.logins.address-failure-every", addressFailureEvery);
        }
    }

    /**
     * @param life how long a token is good for
     * @param cacheLife how long a node trusts what it read of a token, so how late it sees a revocation elsewhere
     * @param perUser living tokens of one user; the oldest goes when there is one more
     */
    record Tokens(
            @DefaultValue("12h") Duration life,
            @DefaultValue("2s") Duration cacheLife,
            @DefaultValue("1000") int perUser) {
        Tokens {
            positive("tallystick.security.tokens.life", life);
            atLeastOne("tallystick.security.tokens.per-user", perUser);
        }
    }

    SecuritySettings {
        if (issuerUri != null && (audience == null || audience.isBlank())) {
            throw new IllegalArgumentException(
                    "tallystick.security.issuer-uri is set, so tallystick.security.audience must say what tokens are"
                            + " meant for; found none. Without it a token made for another application would open this"
                            + " one.");
        }
        var asymmetric = Set.of(SignatureAlgorithm.values());
        for (String algorithm : algorithms) {
            var known = SignatureAlgorithm.from(algorithm);
            if (known == null || !asymmetric.contains(known)) {
                throw new IllegalArgumentException("tallystick.security.algorithms takes %s; found '%s'."
                        .formatted(List.of(SignatureAlgorithm.values()), algorithm));
            }
        }
    }

    boolean hasIssuer() {
        return issuerUri != null;
    }

    boolean hasEmbeddedUsers() {
        return embeddedUsers == null ? !hasIssuer() : embeddedUsers;
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s must be at least 1; found %d.".formatted(name, value));
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("%s must be longer than nothing; found %s.".formatted(name, value));
        }
    }
}
