package tallystick.runtime.security;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A proven login as Spring Security carries it: the caller, and by what they proved it. */
final class Login extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    /** How a login was proven. */
    enum Scheme {
        BASIC,
        TOKEN,
        ISSUER
    }

    private final transient Caller caller;
    private final Scheme scheme;

    Login(Caller caller, Scheme scheme) {
        super(authorities(caller));
        this.caller = caller;
        this.scheme = scheme;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    Scheme scheme() {
        return scheme;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.name();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        var roles = caller.roles().stream().map(role -> "ROLE_" + role.text());
        return Stream.concat(roles, caller.authorities().stream())
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Login that && caller.equals(that.caller) && scheme == that.scheme;
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller, scheme);
    }
}
