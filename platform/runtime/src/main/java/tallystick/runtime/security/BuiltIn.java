package tallystick.runtime.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The users that exist unless an issuer replaces them: one per role, two where four eyes are needed. */
final class BuiltIn {
    private static final Set<Role> TWICE = EnumSet.of(
            Role.OFFICER,
            Role.UNDERWRITER,
            Role.SENIOR_UNDERWRITER,
            Role.RISK_AUTHOR,
            Role.RISK_APPROVER,
            Role.OPERATIONS,
            Role.FINANCE);

    private BuiltIn() {}

    /** Name to role, in the order of the roles. */
    static Map<String, Role> users() {
        var users = new LinkedHashMap<String, Role>();
        Arrays.stream(Role.values()).forEach(role -> {
            users.put(role.text(), role);
            if (TWICE.contains(role)) {
                users.put(role.text() + "2", role);
            }
        });
        return users;
    }
}
