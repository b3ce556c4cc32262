package tallystick.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Line 6: contexts talk by messages, so nobody's SQL reaches into the schema of somebody else. Reads the text of sources
 * and migrations, hence sees names that are written out, not those put together at run time.
 */
final class Schemas {
    private static final Pattern SQL =
            Pattern.compile("\\b(?<verb>(?i:from|into|update|join|table|on|truncate|references))"
                    + "\\s+(?i:only\\s+|if\\s+not\\s+exists\\s+)?"
                    + "(?<schema>store|keys|runtime|quartz|application|audit|loan|bank|console|reference)"
                    + "\\.(?<table>[a-z_]+)\\b(?![.(])");

    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*(//|--).*$");
    private static final Pattern DELETE = Pattern.compile("(?i)\\bdelete\\s+$");

    private Schemas() {}

    /** One table named in one file. */
    record Use(Path file, String owner, String schema, String table, boolean writes) {
        boolean isLawful() {
            return isBelow("bench") // Fills and compares what it measures.
                    || switch (schema) {
                        case "store" -> isBelow("runtime/store") || (isBelow("runtime") && !writes);
                        case "keys" -> isBelow("runtime/sealing");
                        case "runtime", "quartz" -> isBelow("runtime");
                        default -> isBelow(schema);
                    };
        }

        private boolean isBelow(String part) {
            return (owner + "/").startsWith(part + "/");
        }
    }

    /** @param root the folder of the house's root package; owners are named by what is below it */
    static List<Use> inSources(Path root) {
        return files(root, ".java")
                .flatMap(file -> uses(file, slashed(root.relativize(file.getParent()))))
                .toList();
    }

    /** @param db the folder of migrations, one below it for each owner */
    static List<Use> inMigrations(Path db) {
        return files(db, ".sql")
                .flatMap(file ->
                        uses(file, ownerOf(db.relativize(file).getName(0).toString())))
                .toList();
    }

    private static String ownerOf(String migrations) {
        return switch (migrations) {
            case "store" -> "runtime/store";
            case "keys" -> "runtime/sealing";
            case "machine", "quartz" -> "runtime";
            default -> migrations;
        };
    }

    private static Stream<Use> uses(Path file, String owner) {
        var text = COMMENTS.matcher(read(file)).replaceAll("");
        var found = new ArrayList<Use>();
        SQL.matcher(text)
                .results()
                .forEach(hit ->
                        found.add(new Use(file, owner, hit.group("schema"), hit.group("table"), writes(text, hit))));
        return found.stream();
    }

    private static boolean writes(String text, MatchResult hit) {
        return Set.of("into", "update", "truncate").contains(hit.group("verb").toLowerCase(Locale.ROOT))
                || DELETE.matcher(text.substring(Math.max(0, hit.start() - 20), hit.start()))
                        .find();
    }

    private static String slashed(Path folder) {
        return folder.toString().replace('\\', '/');
    }

    private static Stream<Path> files(Path root, String ending) {
        try (var walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + root, failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }
}
