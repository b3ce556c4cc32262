package tallystick.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;

/** What an {@code Authorization} header holds. */
sealed interface Credentials {
    /** No header: the caller did not try to log in. */
    record None() implements Credentials {}

    /** RFC 7617, in UTF-8. */
    record Basic(String name, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic[" + name + "]";
        }
    }

    /** RFC 6750. */
    record Bearer(String token) implements Credentials {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** Something else. */
    record Broken(String reason) implements Credentials {}

    static Credentials of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("Authorization"));
        return switch (headers.size()) {
            case 0 -> new None();
            case 1 -> of(headers.getFirst().strip());
            default -> new Broken("Expected one Authorization header; found " + headers.size() + ".");
        };
    }

    private static Credentials of(String header) {
        int space = header.indexOf(' ');
        var scheme = space < 0 ? header : header.substring(0, space);
        var value = space < 0 ? "" : header.substring(space).strip();
        if (scheme.equalsIgnoreCase("Basic")) {
            return basic(value);
        }
        return scheme.equalsIgnoreCase("Bearer") && !value.isEmpty()
                ? new Bearer(value)
                : new Broken(
                        "Expected 'Basic <base64>' or 'Bearer <token>' in the Authorization header; found neither.");
    }

    private static Credentials basic(String value) {
        try {
            var bytes = Base64.getDecoder().decode(value);
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Broken("Expected base64 of 'name:password' after Basic; found no colon in it.")
                    : new Basic(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return new Broken("Expected base64 of 'name:password' in UTF-8 after Basic; found something else.");
        }
    }
}
