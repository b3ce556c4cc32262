package com.acme.bank;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankHost;

/** Makes the adapter from {@code tallystick.banks.<name>.*}. */
public final class AcmeFactory implements BankAdapterFactory {
    @Override
    public String type() {
        return "acme";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "url", "where Acme takes orders, such as https://orders.acme.example",
                "key", "the key that Acme and we seal with",
                "timeout", "how long one call may take; PT10S when not set");
    }

    @Override
    public BankAdapter create(Map<String, String> settings, BankHost host) {
        var line = new AcmeLine(
                URI.create(required(settings, "url")), Duration.parse(settings.getOrDefault("timeout", "PT10S")));
        return new AcmeAdapter(line, new Seal(required(settings, "key")), host);
    }

    private static String required(Map<String, String> settings, String name) {
        var value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s: expected a value; found none.".formatted(name));
        }
        return value;
    }
}
