package tallystick.bank.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every public signature of the SPI, in a file that a person must change: an adapter that was built once runs for years.
 * What only adds may be added; what takes away or changes is a new {@link BankAdapterFactory#SPI_VERSION}.
 */
class SpiSignaturesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/spi.txt");

    @Test
    void signaturesAreThoseOfTheFile() throws Exception {
        var found = types().flatMap(SpiSignaturesTest::signatures).sorted().toList();
        var kept = Files.exists(GOLDEN) ? Files.readAllLines(GOLDEN) : List.<String>of();
        assertThat(kept.stream().filter(line -> !found.contains(line)).toList())
                .as("Gone or changed. Adapters rely on these: bring them back, or count SPI_VERSION up.")
                .isEmpty();
        assertThat(found.stream().filter(line -> !kept.contains(line)).collect(Collectors.joining("\n")))
                .as("New. Add these lines to " + GOLDEN)
                .isEmpty();
    }

    private static Stream<Class<?>> types() throws IOException, URISyntaxException {
        var root = Path.of(BankAdapter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var folder = root.resolve("tallystick/bank/spi");
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - 6)))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName("tallystick.bank.spi." + name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<String> signatures(Class<?> type) {
        var members = Stream.of(
                        Arrays.<Member>stream(type.getDeclaredConstructors()),
                        Arrays.<Member>stream(type.getDeclaredMethods()),
                        Arrays.<Member>stream(type.getDeclaredFields()))
                .flatMap(all -> all)
                .filter(member -> Modifier.isPublic(member.getModifiers()) && !member.isSynthetic())
                .map(SpiSignaturesTest::written);
        return Stream.concat(Stream.of(type.toGenericString()), members);
    }

    private static String written(Member member) {
        return switch (member) {
            case Method method -> method.toGenericString();
            case Constructor<?> constructor -> constructor.toGenericString();
            case Field field -> field.toGenericString();
            default -> throw new IllegalStateException("There is no other kind of member.");
        };
    }
}
