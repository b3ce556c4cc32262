package tallystick.bank.gateway.banks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.kernel.Sha256;

/**
 * Adapters that operators drop into a folder as jars. A jar is loaded only when its SHA-256 is on the operators' list;
 * what is loaded are the very bytes that were hashed. A jar that cannot be used is refused by itself, with its reason,
 * and the others go on.
 */
final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final List<Loaded> loaded = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** One jar in use. */
    record Loaded(Path jar, PluginLoader loader, List<BankAdapterFactory> factories) {}

    /** One jar that is not used, and why. */
    record Refusal(Path jar, String why) {
        @Override
        public String toString() {
            return "%s is not used: %s".formatted(jar, why);
        }
    }

    private Plugins() {}

    /**
     * Loads every jar of the folder that may be loaded.
     *
     * @param allowed hashes in lower hex
     * @param kept where verified copies go: nobody can change what is loaded after it was hashed
     */
    static Plugins of(Path folder, Set<String> allowed, Path kept) {
        var plugins = new Plugins();
        for (var jar : jars(folder)) {
            try {
                plugins.loaded.add(load(jar, allowed, kept));
            } catch (IOException | NotUsable | ServiceConfigurationError | LinkageError refused) {
                plugins.refusals.add(new Refusal(jar, String.valueOf(refused.getMessage())));
            }
        }
        plugins.loaded.forEach(plugin -> LOG.info("Loaded {}.", plugin.jar()));
        plugins.refusals.forEach(refusal -> LOG.error("{}", refusal));
        return plugins;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Expected to list the plugins in " + folder, unreadable);
        }
    }

    private static Loaded load(Path jar, Set<String> allowed, Path kept) throws IOException, NotUsable {
        var bytes = Files.readAllBytes(jar);
        var hash = Sha256.hex(bytes);
        if (!allowed.contains(hash)) {
            throw new NotUsable("its SHA-256 %s is not under tallystick.plugins.allowed. Add it, or take the jar away."
                    .formatted(hash));
        }
        var loader = new PluginLoader(copy(bytes, kept.resolve(hash + ".jar")));
        try {
            return new Loaded(jar, loader, factories(loader));
        } catch (NotUsable | RuntimeException | Error refused) {
            loader.close();
            throw refused;
        }
    }

    private static Path copy(byte[] bytes, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        var part = Files.createTempFile(to.getParent(), ".", ".part");
        Files.write(part, bytes);
        return Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<BankAdapterFactory> factories(PluginLoader loader) throws NotUsable {
        var found = ServiceLoader.load(BankAdapterFactory.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.isEmpty()) {
            throw new NotUsable("it names no adapter. Expected META-INF/services/%s in it."
                    .formatted(BankAdapterFactory.class.getName()));
        }
        for (var factory : found) {
            if (factory.spiVersion() != BankAdapterFactory.SPI_VERSION) {
                throw new NotUsable("its adapter %s is for SPI %d, and this is SPI %d. Ask its author for another one."
                        .formatted(factory.type(), factory.spiVersion(), BankAdapterFactory.SPI_VERSION));
            }
        }
        return found;
    }

    /** The adapters of all jars that are used. */
    List<BankAdapterFactory> factories() {
        return loaded.stream().flatMap(plugin -> plugin.factories().stream()).toList();
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        for (var plugin : loaded) {
            try {
                plugin.loader().close();
            } catch (IOException late) {
                LOG.warn("{} could not be let go of.", plugin.jar(), late);
            }
        }
    }

    /** A jar that cannot be used. */
    private static final class NotUsable extends Exception {
        private static final long serialVersionUID = 1;

        NotUsable(String why) {
            super(why, null, false, false);
        }
    }
}
