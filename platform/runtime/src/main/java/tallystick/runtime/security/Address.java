package tallystick.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as limits count it: an IPv4 address, or the first half of an IPv6 one. */
final class Address {
    private static final int NETWORK_BYTES = 8;

    private Address() {}

    /** Behind a proxy {@code server.forward-headers-strategy} makes this the client's address. */
    static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static String of(String text) {
        try {
            // A literal is never looked up; anything else stays as it is.
            return text.indexOf(':') >= 0 && InetAddress.ofLiteral(text) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : text;
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
