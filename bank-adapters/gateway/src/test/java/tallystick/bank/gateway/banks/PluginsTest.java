package tallystick.bank.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.kernel.Sha256;

/** A jar is used when its hash is on the list and it is what it says; else it is refused by itself, with its reason. */
class PluginsTest {
    private static final String SERVICE = "META-INF/services/" + BankAdapterFactory.class.getName();
    private static final String FACTORY = """
        package plug;
        import java.util.Map;
        import tallystick.bank.spi.*;
        public final class Factory implements BankAdapterFactory {
            public String type() { return "%s"; }
            public int spiVersion() { return %d; }
            public Map<String, String> settings() { return Map.of("sees", sees("%s")); }
            public BankAdapter create(Map<String, String> settings, BankHost host) { throw new IllegalArgumentException(); }
            private static String sees(String name) {
                try { return Class.forName(name).getName(); } catch (ClassNotFoundException no) { return "nothing"; }
            }
        }
        """;

    @TempDir
    Path folder;

    private Path plugins = Path.of(".");

    @BeforeEach
    void folders() throws IOException {
        plugins = Files.createDirectories(folder.resolve("plugins"));
    }

    private Path jar(String name, String source, Map<String, String> others) throws IOException {
        var classes = Files.createTempDirectory(folder, "classes");
        var file = Files.createDirectories(classes.resolve("plug")).resolve("Factory.java");
        Files.writeString(file, source);
        var spi = Path.of(BankAdapterFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        var code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", spi.toString(), "-d", classes.toString(), file.toString());
        assertThat(code).isZero();
        var jar = plugins.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, "plug/Factory.class", Files.readAllBytes(classes.resolve("plug/Factory.class")));
            for (var other : others.entrySet()) {
                add(out, other.getKey(), other.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        ((OutputStream) out).write(bytes);
        out.closeEntry();
    }

    private Path good(String name) throws IOException {
        return jar(name, FACTORY.formatted("plug", 1, "tallystick.kernel.Money"), Map.of(SERVICE, "plug.Factory"));
    }

    private Plugins loaded(Path... allowed) throws IOException {
        var hashes = new java.util.HashSet<String>();
        for (var jar : allowed) {
            hashes.add(Sha256.hex(Files.readAllBytes(jar)));
        }
        return Plugins.of(plugins, hashes, folder.resolve("kept"));
    }

    @Test
    void aJarOnTheListIsUsedAndSeesNothingOfThePlatform() throws IOException {
        try (var loaded = loaded(good("good.jar"))) {
            assertThat(loaded.refusals()).isEmpty();
            assertThat(loaded.factories()).singleElement().satisfies(factory -> {
                assertThat(factory.type()).isEqualTo("plug");
                assertThat(factory.settings()).containsEntry("sees", "nothing");
                assertThat(factory.getClass().getClassLoader())
                        .isNotSameAs(getClass().getClassLoader());
            });
        }
    }

    @Test
    void aJarThatIsNotOnTheListIsRefusedByItself() throws IOException {
        var good = good("good.jar");
        var other = jar("other.jar", FACTORY.formatted("other", 1, "x"), Map.of(SERVICE, "plug.Factory"));
        try (var loaded = loaded(good)) {
            assertThat(loaded.factories()).hasSize(1);
            assertThat(why(loaded))
                    .containsExactly(
                            "its SHA-256 %s is not under tallystick.plugins.allowed. Add it, or take the jar away."
                                    .formatted(Sha256.hex(Files.readAllBytes(other))));
        }
    }

    @Test
    void oneChangedByteIsAnotherJar() throws IOException {
        var good = good("good.jar");
        var hash = Set.of(Sha256.hex(Files.readAllBytes(good)));
        Files.write(good, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        try (var loaded = Plugins.of(plugins, hash, folder.resolve("kept"))) {
            assertThat(loaded.factories()).isEmpty();
            assertThat(loaded.refusals()).hasSize(1);
        }
    }

    @Test
    void whatWasHashedIsWhatIsLoaded() throws IOException {
        var good = good("good.jar");
        try (var loaded = loaded(good)) {
            Files.writeString(good, "changed after it was hashed");
            assertThat(loaded.factories().getFirst().type()).isEqualTo("plug");
        }
    }

    @Test
    void anotherSpiVersionIsRefused() throws IOException {
        var jar = jar("old.jar", FACTORY.formatted("old", 7, "x"), Map.of(SERVICE, "plug.Factory"));
        try (var loaded = loaded(jar)) {
            assertThat(why(loaded))
                    .containsExactly(
                            "its adapter old is for SPI 7, and this is SPI 1. Ask its author for another one.");
        }
    }

    @Test
    void aJarWithoutAdapterOrWithABrokenOneIsRefused() throws IOException {
        var none = jar("none.jar", FACTORY.formatted("none", 1, "x"), Map.of());
        var broken = jar("broken.jar", FACTORY.formatted("broken", 1, "x"), Map.of(SERVICE, "plug.Missing"));
        try (var loaded = loaded(none, broken)) {
            assertThat(loaded.factories()).isEmpty();
            assertThat(why(loaded)).hasSize(2).anySatisfy(why -> assertThat(why).startsWith("it names no adapter."));
        }
    }

    @Test
    void withoutAFolderThereAreNone() {
        try (var loaded = Plugins.of(folder.resolve("nowhere"), Set.of(), folder.resolve("kept"))) {
            assertThat(loaded.factories()).isEmpty();
        }
    }

    private static List<String> why(Plugins plugins) {
        return plugins.refusals().stream().map(Plugins.Refusal::why).toList();
    }
}
