package tallystick.runtime.security;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** All ways to log in, behind one question. A way that is switched off is null and says so to who tries it. */
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final LoginAnswer.Unknown NO_PASSWORDS = new LoginAnswer.Unknown(
            "This server takes no passwords; it takes bearer tokens of its OpenID Connect issuer.");
    private static final LoginAnswer.Unknown NO_TOKEN = new LoginAnswer.Unknown(
            "The token is unknown, revoked or expired. Get a new one with POST /api/v1/tokens.");

    private final @Nullable Users users;
    private final @Nullable Logins logins;
    private final BearerTokens tokens;
    private final @Nullable IssuerTokens issuer;

    Door(@Nullable Users users, @Nullable Logins logins, BearerTokens tokens, @Nullable IssuerTokens issuer) {
        this.users = users;
        this.logins = logins;
        this.tokens = tokens;
        this.issuer = issuer;
    }

    boolean takesPasswords() {
        return logins != null;
    }

    /** How many slow hashes were computed for passwords. */
    long hashed() {
        return logins == null ? 0 : logins.hashed();
    }

    LoginAnswer basic(Credentials.Basic login, String address) {
        return logins == null ? NO_PASSWORDS : logins.verify(login.name(), login.password(), address);
    }

    LoginAnswer bearer(String token) {
        if (token.startsWith(BearerTokens.PREFIX)) {
            return ours(token);
        }
        return issuer == null ? NO_TOKEN : issuer.verify(token);
    }

    private LoginAnswer ours(String token) {
        try {
            return tokens.owner(token)
                    .flatMap(this::stillThere)
                    .<LoginAnswer>map(LoginAnswer.Known::new)
                    .orElse(NO_TOKEN);
        } catch (DataAccessException e) {
            LOG.error("A token could not be looked up: {}", e.getMessage());
            return new LoginAnswer.Unavailable("Tokens cannot be looked up now. Try again.", Duration.ofSeconds(5));
        }
    }

    /** A token never gives more than its user has today: a removed user has nothing, a removed role is gone. */
    private Optional<Caller> stillThere(BearerTokens.Owner owner) {
        return Optional.ofNullable(users).map(all -> all.find(owner.name())).map(user -> {
            var roles = new HashSet<>(owner.roles());
            roles.retainAll(user.roles());
            return Caller.of(owner.name(), roles);
        });
    }
}
