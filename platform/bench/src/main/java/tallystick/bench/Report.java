package tallystick.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gathers figures by name, prints them as a table and keeps them as JSON with the machine that made them. */
final class Report {
    private final String command;
    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Map<String, String> conditions = new LinkedHashMap<>();

    Report(String command) {
        this.command = command;
    }

    /** Adds one round's figure. */
    void add(String name, String unit, double value) {
        series.computeIfAbsent(name, key -> new Series(unit)).add(value);
        System.err.printf("  %-46s %12.2f %s%n", name, value, unit);
    }

    /** Adds the figures of one round of ours and of what it is compared with, and their ratio. */
    void pair(String what, String unit, double ours, String other, double theirs) {
        add(what + ": ours", unit, ours);
        add(what + ": " + other, unit, theirs);
        add(what + ": ours / " + other, "x", ours / theirs);
    }

    /** Notes something that a reader of the figures must know. */
    void condition(String name, String value) {
        conditions.put(name, value);
    }

    void finish(Path folder) throws IOException {
        conditions.putAll(Machine.describe());
        Files.createDirectories(folder);
        var file = folder.resolve(
                "%s-%s.json".formatted(command.split(" ", 2)[0], at.toString().replace(":", "")));
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var figures = new LinkedHashMap<String, Object>();
        series.forEach((name, figure) -> figures.put(name, figure.summary()));
        json.writeValue(
                file, Map.of("command", command, "at", at.toString(), "conditions", conditions, "figures", figures));
        print();
        System.out.println("Written to platform/bench/" + file);
    }

    private void print() {
        System.out.printf("%n| %s | median | min | max | rounds |%n|---|---:|---:|---:|---:|%n", command);
        series.forEach((name, figure) -> System.out.printf("| %s | %s |%n", name, figure.row()));
        System.out.println();
        conditions.forEach((name, value) -> System.out.printf("%s: %s%n", name, value));
    }
}
