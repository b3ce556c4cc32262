package tallystick.runtime.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks. A controller takes it as an argument; it never holds a password or token.
 *
 * @param name the person or machine; four eyes compares this, never the role
 * @param roles what they are here to do
 * @param authorities rights finer than a role, such as {@code pii:read}
 */
public record Caller(String name, Set<Role> roles, Set<String> authorities) {
    public Caller {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A caller needs a name; found none.");
        }
        roles = Set.copyOf(roles);
        authorities = Set.copyOf(authorities);
    }

    /** A caller with the authorities that these roles bring. */
    public static Caller of(String name, Role... roles) {
        return of(name, Arrays.stream(roles).collect(() -> EnumSet.noneOf(Role.class), Set::add, Set::addAll));
    }

    /** A caller with the authorities that these roles bring. */
    public static Caller of(String name, Set<Role> roles) {
        var authorities = new TreeSet<String>();
        roles.forEach(role -> authorities.addAll(role.authorities()));
        return new Caller(name, roles, authorities);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    public boolean may(String authority) {
        return authorities.contains(authority);
    }
}
