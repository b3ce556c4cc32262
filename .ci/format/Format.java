import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks or mends the format of every Java source below a folder: {@code java Format.java check|mend <folder>}. */
final class Format {
    private static final Set<String> NOT_SOURCES = Set.of("target", "data", ".git", ".idea");

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] arguments) throws IOException {
        var mend = arguments[0].equals("mend");
        var root = Path.of(arguments[1]);
        var sources = sources(root);
        if (sources.isEmpty()) {
            System.err.printf("Expected Java sources below %s; found none.%n", root.toAbsolutePath());
            System.exit(1);
        }
        var wrong = sources.parallelStream()
                .filter(source -> differs(source, mend))
                .sorted()
                .toList();
        if (!mend && !wrong.isEmpty()) {
            wrong.forEach(source -> System.err.println("Not formatted: " + root.relativize(source)));
            System.err.println("Mend with: ./mvnw -q -pl .ci/format verify -Dformat=mend");
            System.exit(1);
        }
        System.out.printf("%d sources, %d %s%n", sources.size(), wrong.size(), mend ? "mended" : "to mend");
    }

    private static boolean differs(Path source, boolean mend) {
        try {
            var before = Files.readString(source);
            var after = FORMATTER.formatSourceAndFixImports(before);
            if (mend && !after.equals(before)) {
                Files.writeString(source, after);
            }
            return !after.equals(before);
        } catch (IOException | FormatterException failed) {
            System.err.printf("Cannot read %s as Java: %s%n", source, failed.getMessage());
            return true;
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
