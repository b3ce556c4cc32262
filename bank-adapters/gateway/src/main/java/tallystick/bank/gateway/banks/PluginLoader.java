package tallystick.bank.gateway.banks;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import tallystick.bank.spi.BankAdapterFactory;

/**
 * The classes of one plugin. It sees its own jar, the JDK and the SPI; of the platform and of other plugins it sees
 * nothing, so that neither can break the other by a library of another version.
 */
final class PluginLoader extends URLClassLoader {
    private static final String SPI = BankAdapterFactory.class.getPackageName() + ".";

    static {
        registerAsParallelCapable();
    }

    PluginLoader(Path jar) {
        super("plugin " + jar.getFileName(), new URL[] {url(jar)}, new SpiOnly());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("A file has an address.", impossible);
        }
    }

    /** Finds the SPI where the platform has it, and the JDK; resources of the platform are not found at all. */
    private static final class SpiOnly extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        SpiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SPI)) {
                return Class.forName(name, false, BankAdapterFactory.class.getClassLoader());
            }
            throw new ClassNotFoundException(
                    name + " (a plugin sees its own jar, the JDK and the bank SPI; put other libraries into the jar)");
        }
    }
}
