package tallystick.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tallystick.runtime.web.door.Route;
import tallystick.runtime.web.door.Routes;

/** Any bytes to any route: never a 500, and never another shape. */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("tallystick.fuzz.rounds", 150);
    private static final List<String> SEEDS = List.of(
            "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}",
            "{\"name\":\"n\",\"opening\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"kind\":\"SAVINGS\",\"tags\":[\"a\"]}",
            "{\"to\":1}",
            "{}",
            "[[[[]]]]",
            "\"\\ud800\\u0000\"",
            "1e999999999");

    private final Server server = Server.shared();

    @Test
    void noRouteBreaks() {
        var seed = Long.getLong("tallystick.fuzz.seed", System.nanoTime());
        System.out.println("Fuzz seed: -Dtallystick.fuzz.seed=" + seed);
        var random = new Random(seed);
        var account = Accounts.opened(server, "10.00");
        for (var route : server.bean(Routes.class).all()) {
            if (!route.pattern().getPatternString().contains("broken")) {
                for (var round = 0; round < ROUNDS; round++) {
                    send(route, account, random, seed);
                }
            }
        }
    }

    private void send(Route route, String account, Random random, long seed) {
        var id = random.nextInt(4) == 0
                ? URLEncoder.encode(text(random), StandardCharsets.UTF_8)
                        .replace("%2F", "")
                        .replace("%00", "")
                        .replace("%5C", "")
                        .replace("%25", "")
                        .replace("%3B", "")
                : account;
        var path = route.pattern()
                .getPatternString()
                .replaceAll("\\{[^}]+}", id.isEmpty() || id.matches("\\.+") ? "x" : id.replace("$", ""));
        var query = random.nextInt(3) == 0
                ? "?" + word(random) + "=" + URLEncoder.encode(text(random), StandardCharsets.UTF_8)
                : "";
        var methods = List.copyOf(route.methods());
        var method = random.nextInt(10) == 0 ? HttpMethod.PATCH : methods.get(random.nextInt(methods.size()));
        var call = server.call(method.name(), path + query).as(random.nextBoolean() ? "operations" : "officer");
        call.key(random.nextInt(5) == 0 ? "same" : Long.toHexString(random.nextLong()));
        if (random.nextInt(4) == 0) {
            call.with("If-Match", random.nextBoolean() ? "\"1\"" : ascii(random));
        }
        var type = random.nextInt(8) == 0
                ? ascii(random)
                : route.consumes().isEmpty() ? "" : route.consumes().getFirst().toString();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            call.content(type.isBlank() ? "" : type, BodyPublishers.ofByteArray(mutated(random)));
        }
        var answer = call.send();
        assertThat(answer.status())
                .as("%s %s with seed %d: %s", method, path + query, seed, answer.body())
                .isLessThan(500);
        if (answer.status() >= 400 && !HttpMethod.HEAD.equals(method)) {
            Expect.shape(answer);
        }
    }

    private static byte[] mutated(Random random) {
        var bytes = SEEDS.get(random.nextInt(SEEDS.size())).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(5) == 0) {
            bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
        }
        for (var i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, 0x11000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String ascii(Random random) {
        return random.ints(1 + random.nextInt(20), 0x21, 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String word(Random random) {
        return List.of("limit", "cursor", "name", "state", "type", "x").get(random.nextInt(6));
    }
}
