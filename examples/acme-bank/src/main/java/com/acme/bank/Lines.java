package com.acme.bank;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Acme's form: one {@code name: value} a line. */
record Lines(Map<String, String> all) {
    Lines {
        all = Map.copyOf(all);
    }

    /** @throws IllegalArgumentException when it is in another form */
    static Lines read(byte[] body) {
        var all = new TreeMap<String, String>();
        new String(body, StandardCharsets.UTF_8).lines().forEach(line -> {
            var colon = line.indexOf(": ");
            if (colon < 1) {
                throw new IllegalArgumentException("Expected lines such as 'order: instr-1'; found another form.");
            }
            all.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return new Lines(all);
    }

    /** @throws IllegalArgumentException when there is no such line */
    String get(String name) {
        var value = all.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Expected a line '%s'; found none.".formatted(name));
        }
        return value;
    }

    /** In the order of the names, which is also how Acme seals them. */
    String joined(String by) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(line -> line.getKey() + ": " + line.getValue())
                        .collect(Collectors.joining(by));
    }

    byte[] bytes() {
        return joined("\n").getBytes(StandardCharsets.UTF_8);
    }
}
