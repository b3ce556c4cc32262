package tallystick.runtime.security;

import java.util.Set;

/**
 * Somebody who can log in with a password.
 *
 * @param secret what proves it
 * @param print tells whether name, password or roles were changed, without keeping them
 */
record User(String name, Set<Role> roles, Secret secret, ProcessKey.Fingerprint print) {
    Caller caller() {
        return Caller.of(name, roles);
    }
}
