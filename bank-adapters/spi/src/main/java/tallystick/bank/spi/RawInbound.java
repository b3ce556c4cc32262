package tallystick.bank.spi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message as it arrived, byte for byte.
 *
 * @param headers by name in lower case
 * @param receivedAt by the platform's clock: the time to judge time stamps by, also when it is read again later
 */
public record RawInbound(String channel, Map<String, List<String>> headers, byte[] body, Instant receivedAt) {
    public RawInbound {
        var lower = new TreeMap<String, List<String>>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lower);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The value of a header that is there exactly once. */
    public Optional<String> header(String name) {
        var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "RawInbound[%s, %d bytes, %s]".formatted(channel, body.length, receivedAt);
    }
}
