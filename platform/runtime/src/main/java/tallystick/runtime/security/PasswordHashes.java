package tallystick.runtime.security;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.util.ClassUtils;

/**
 * The slow hashes that are understood. PBKDF2 is ours: it needs no library and has no limit on length. Argon2 needs
 * Bouncy Castle on the class path.
 */
final class PasswordHashes {
    private static final String OURS = "pbkdf2";
    private static final String BOUNCY_CASTLE = "org.bouncycastle.crypto.generators.Argon2BytesGenerator";

    private final Map<String, PasswordEncoder> known = new TreeMap<>();
    private final PasswordEncoder all;

    PasswordHashes() {
        known.put(OURS, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
        known.put("bcrypt", new BCryptPasswordEncoder());
        if (ClassUtils.isPresent(BOUNCY_CASTLE, getClass().getClassLoader())) {
            known.put("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
        }
        all = new DelegatingPasswordEncoder(OURS, known);
    }

    String hash(String password) {
        return String.valueOf(all.encode(password));
    }

    boolean matches(String password, String hash) {
        return all.matches(password, hash);
    }

    /** Whether a configured value is a hash; a prefix we cannot check is refused rather than taken for a password. */
    boolean isHash(String user, String value) {
        int end = value.indexOf('}');
        if (!value.startsWith("{") || end < 0) {
            return false;
        }
        if (!known.containsKey(value.substring(1, end))) {
            throw new SecurityRefused(
                    "The password of '%s' begins with %s; expected a hash of %s, or a password that does not begin with '{'. %s"
                            .formatted(
                                    user,
                                    value.substring(0, end + 1),
                                    known.keySet(),
                                    "For argon2 add Bouncy Castle (org.bouncycastle:bcprov-jdk18on) to the class"
                                            + " path."));
        }
        return true;
    }
}
