package tallystick.rules.guarded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Searches class files for what they name and call. What Drools writes for a rule of ours is known, call by call; everything
 * else is told. A new version of Drools may need a line more in the lists, and that line wants to be read by somebody.
 */
final class ClassScan {
    /** Written for the module as a whole, whatever its rules are. */
    private static final String MODULE = "org/drools/project/model/";

    private static final Set<String> OF_RULES = lines("calls-of-rules.txt");
    private static final Set<String> OF_THE_MODULE = lines("calls-of-the-module.txt");

    private ClassScan() {}

    /** What is called or named and should not be, each behind the class file that does. */
    static SortedSet<String> foreign(Map<String, byte[]> classes) {
        var foreign = new TreeSet<String>();
        classes.forEach((path, bytes) -> {
            var known = path.startsWith(MODULE) ? OF_THE_MODULE : OF_RULES;
            StreamSupport.stream(ClassFile.of().parse(bytes).constantPool().spliterator(), false)
                    .flatMap(entry -> named(entry).stream())
                    .filter(name -> !known.contains(name) && !isOfThese(name, classes))
                    .forEach(name -> foreign.add(path + " " + name));
        });
        return foreign;
    }

    private static Optional<String> named(PoolEntry entry) {
        return switch (entry) {
            case MemberRefEntry member ->
                Optional.of(
                        member.owner().asInternalName() + "." + member.name().stringValue());
            case ClassEntry type -> Optional.of(type.asInternalName().replaceFirst("^\\[+L?([^;]+);?$", "$1"));
            default -> Optional.empty();
        };
    }

    /** The files may call each other. */
    private static boolean isOfThese(String name, Map<String, byte[]> classes) {
        var member = name.indexOf('.');
        return classes.containsKey((member < 0 ? name : name.substring(0, member)) + ".class");
    }

    private static Set<String> lines(String file) {
        try (var stream = Objects.requireNonNull(ClassScan.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to read " + file + ".", unreadable);
        }
    }
}
