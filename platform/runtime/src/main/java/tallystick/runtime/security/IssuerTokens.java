package tallystick.runtime.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Tokens of an OpenID Connect issuer. The issuer is asked for its keys when the first token comes, not at start: a
 * server must come up while the issuer is down. While it cannot be asked, a token is "unavailable", never "wrong".
 */
final class IssuerTokens {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerTokens.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

    private final SecuritySettings settings;
    private final InstantSource clock;
    private @Nullable JwtDecoder decoder;
    private Instant notBefore = Instant.MIN;

    IssuerTokens(SecuritySettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    LoginAnswer verify(String token) {
        try {
            var decoder = decoder();
            return decoder == null ? unavailable() : known(decoder.decode(token));
        } catch (BadJwtException e) {
            return new LoginAnswer.Unknown("The token was not accepted: " + e.getMessage());
        } catch (JwtException e) {
            LOG.error("The keys of issuer {} could not be read: {}", settings.issuerUri(), e.getMessage());
            return unavailable();
        }
    }

    private LoginAnswer known(Jwt token) {
        var name = token.getClaimAsString(settings.nameClaim());
        return name == null || name.isBlank()
                ? new LoginAnswer.Unknown(
                        "The token has no claim '%s', which names the caller.".formatted(settings.nameClaim()))
                : new LoginAnswer.Known(Caller.of(name, roles(token)));
    }

    private Set<Role> roles(Jwt token) {
        Object found = token.getClaims();
        for (String step : settings.rolesClaim().split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Collection<?> texts = switch (found) {
            case Collection<?> many -> many;
            case String one -> List.of(one.split("[ ,]+"));
            case null, default -> List.of();
        };
        var roles = EnumSet.noneOf(Role.class);
        texts.forEach(text -> Role.of(String.valueOf(text)).ifPresent(roles::add));
        return roles;
    }

    private synchronized @Nullable JwtDecoder decoder() {
        if (decoder == null && !clock.instant().isBefore(notBefore)) {
            try {
                decoder = discover(Objects.requireNonNull(settings.issuerUri()));
            } catch (RuntimeException e) {
                notBefore = clock.instant().plus(ASK_AGAIN_AFTER);
                LOG.error(
                        "Issuer {} could not be asked for its configuration ({}). Check tallystick.security.issuer-uri"
                                + " and the network; logins by its tokens answer 503 until then.",
                        settings.issuerUri(),
                        e.getMessage());
            }
        }
        return decoder;
    }

    private JwtDecoder discover(String issuer) {
        var made = NimbusJwtDecoder.withIssuerLocation(issuer)
                .jwsAlgorithms(all -> {
                    all.clear();
                    settings.algorithms().forEach(name -> all.add(SignatureAlgorithm.from(name)));
                })
                .validateType(false) // Below: access tokens may also say at+jwt.
                .build();
        made.setJwtValidator(validator(issuer));
        return made;
    }

    private OAuth2TokenValidator<Jwt> validator(String issuer) {
        var time = new JwtTimestampValidator();
        time.setClock(clock.withZone(ZoneOffset.UTC));
        time.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                type,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD, found -> found != null && found.contains(settings.audience())));
    }

    private static LoginAnswer unavailable() {
        return new LoginAnswer.Unavailable(
                "The issuer of this token cannot be asked now. Try again later.", ASK_AGAIN_AFTER);
    }
}
