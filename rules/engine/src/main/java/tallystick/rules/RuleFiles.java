package tallystick.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files of one rule set by their paths. Its hash names the content, however lines end and files are ordered. */
public record RuleFiles(SortedMap<String, String> files) {
    public RuleFiles {
        var canonical = new TreeMap<String, String>();
        files.forEach((path, text) -> canonical.put(path, canonical(text)));
        files = Collections.unmodifiableSortedMap(canonical);
    }

    public static RuleFiles of(Map<String, String> files) {
        return new RuleFiles(new TreeMap<>(files));
    }

    /** Every rule file below a folder, its saved cases among them. */
    public static RuleFiles fromFolder(Path folder) {
        try (var walk = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (Reading.isRules(path)) {
                    files.put(path, Files.readString(file));
                }
            }
            return new RuleFiles(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read the rule files in " + folder + ".", unreadable);
        }
    }

    /** The files that {@code <root>/index.txt} lists, a path a line. */
    public static RuleFiles fromClassPath(String root) {
        var files = new TreeMap<String, String>();
        text(root + "/index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(path -> files.put(path.strip(), text(root + "/" + path.strip())));
        return new RuleFiles(files);
    }

    /** These files with others in the place of those of the same paths; one without text takes its namesake away. */
    public RuleFiles with(Map<String, String> others) {
        var all = new TreeMap<>(files);
        others.forEach((path, text) -> {
            if (text.isBlank()) {
                all.remove(path);
            } else {
                all.put(path, text);
            }
        });
        return new RuleFiles(all);
    }

    /**
     * The set of one kind among files of several: all share the facts and the people of the saved cases, and each has the folder
     * and the folder of cases that bear its name. What is in no such folder is of the credit set.
     */
    public RuleFiles about(RuleKind kind) {
        return sharing(path -> RuleKind.ofFile(path) == kind);
    }

    /** These tables with what sets share. */
    public RuleFiles only(Set<String> tables) {
        return sharing(tables::contains);
    }

    /** Where they say at what price: in a credit set nowhere, unless it is from before prices had sets of their own. */
    public Set<String> priceTables() {
        return files.entrySet().stream()
                .filter(file -> isOfPrice(file.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOfPrice(String text) {
        var title = Csv.cells(text.lines().findFirst().orElse(""));
        return title.size() > 1
                && title.getFirst().equals("table")
                && Stage.of(title.get(1)).filter(Stage::isOfPrice).isPresent();
    }

    private RuleFiles sharing(Predicate<String> which) {
        var some = new TreeMap<>(files);
        some.keySet()
                .removeIf(path -> !path.equals(Dictionary.FILE) && !path.equals(SavedCases.BASES) && !which.test(path));
        return new RuleFiles(some);
    }

    /** Whether there are rules among them, and not only facts and cases. */
    public boolean haveRules() {
        return files.keySet().stream().anyMatch(path -> !path.equals(Dictionary.FILE) && !SavedCases.isAt(path));
    }

    /** Why the rule files among them that are no tables must not even be kept; empty when all may be. */
    public List<Remark> hostile(Languages languages) {
        return Reading.hostile(this, languages);
    }

    private static String text(String resource) {
        try (InputStream stream = RuleFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("Expected %s on the class path; found none.".formatted(resource));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + resource + ".", unreadable);
        }
    }

    private static String canonical(String text) {
        return String.join(
                        "\n",
                        text.replace("\r\n", "\n")
                                .stripTrailing()
                                .lines()
                                .map(String::stripTrailing)
                                .toList()) + "\n";
    }

    /** SHA-256 over paths and contents, each behind its length, in lower hex. */
    public String hash() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                add(hash, path);
                add(hash, text);
            });
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private static void add(MessageDigest hash, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        hash.update(bytes);
    }
}
