package tallystick.bank.rest;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankHost;
import tallystick.bank.spi.Capabilities;
import tallystick.bank.spi.Operation;

/** Makes the adapter of a bank that implements {@code bank-side.openapi.json}. */
public final class RestFactory implements BankAdapterFactory {
    @Override
    public String type() {
        return "rest";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "url", "where the bank takes orders; https, unless on this machine",
                "secret", "whsec_... with which we sign our requests; several while keys change, each signs",
                "keys", "whsec_... or whpk_... with which the bank signs; several, the newest first, while keys change",
                "operations", "what the bank takes, such as REQUEST_CREDIT,PAY_OUT; all when not set",
                "idempotency", "how long the bank remembers an id; P30D when not set",
                "query", "false when the bank cannot be asked; true when not set",
                "grace", "how long after an order 'not found' may be wrong; PT1M when not set",
                "timeout", "how long one call may take; PT10S when not set");
    }

    @Override
    public BankAdapter create(Map<String, String> settings, BankHost host) {
        var capabilities = new Capabilities(
                operations(settings.getOrDefault("operations", "")),
                Set.of(RestAdapter.CHANNEL),
                new Capabilities.Idempotency(duration(settings, "idempotency", "P30D")),
                new Capabilities.Inquiry(
                        !settings.getOrDefault("query", "true").equals("false"), duration(settings, "grace", "PT1M")),
                Map.of(),
                false);
        var line = new RestLine(
                url(required(settings, "url")),
                WebhookKeys.of("secret", required(settings, "secret")),
                duration(settings, "timeout", "PT10S"),
                host.clock());
        return new RestAdapter(capabilities, line, WebhookKeys.of("keys", required(settings, "keys")));
    }

    private static Set<Operation> operations(String list) {
        return list.isBlank()
                ? EnumSet.allOf(Operation.class)
                : Arrays.stream(list.split(",", -1))
                        .map(name -> Operation.valueOf(name.strip()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Personal data and money do not travel in the open. */
    private static URI url(String text) {
        var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (!"https".equals(url.getScheme()) && !isHere(url)) {
            throw new IllegalArgumentException("url: expected https; found another way that leaves this machine.");
        }
        return url;
    }

    private static boolean isHere(URI url) {
        try {
            return "http".equals(url.getScheme())
                    && InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static Duration duration(Map<String, String> settings, String name, String otherwise) {
        try {
            return Duration.parse(settings.getOrDefault(name, otherwise));
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new IllegalArgumentException("%s: expected a duration such as PT10S.".formatted(name), wrong);
        }
    }

    private static String required(Map<String, String> settings, String name) {
        var value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s: expected a value; found none.".formatted(name));
        }
        return value;
    }
}
