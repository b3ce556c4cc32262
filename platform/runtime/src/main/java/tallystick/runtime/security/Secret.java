package tallystick.runtime.security;

import org.jspecify.annotations.Nullable;

/** A password as it is kept: a slow hash, made when it is first needed so that starting does not wait for it. */
final class Secret {
    private final PasswordHashes hashes;
    private @Nullable String plain;
    private @Nullable String hash;

    Secret(String user, String value, PasswordHashes hashes) {
        this.hashes = hashes;
        if (hashes.isHash(user, value)) {
            hash = value;
        } else {
            plain = value;
        }
    }

    /** Slow on purpose. */
    boolean matches(String password) {
        return hashes.matches(password, hash());
    }

    private synchronized String hash() {
        if (hash == null) {
            hash = hashes.hash(String.valueOf(plain));
            plain = null;
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Secret[]";
    }
}
