package tallystick.bank.gateway.banks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.bank.spi.BankAdapter;
import tallystick.bank.spi.BankAdapterFactory;
import tallystick.bank.spi.BankHost;

/** Makes each bank's adapter, or says at start which setting keeps it from being made. */
final class Adapters {
    private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

    private final Map<String, BankAdapterFactory> factories = new TreeMap<>();
    private final List<BankDefaults> defaults;
    private final BankSecrets secrets;
    private final Plugins plugins;

    Adapters(List<BankDefaults> defaults, BankSecrets secrets, Plugins plugins) {
        this.defaults = defaults;
        this.secrets = secrets;
        this.plugins = plugins;
        ServiceLoader.load(BankAdapterFactory.class).forEach(this::add);
        plugins.factories().forEach(this::add);
    }

    private void add(BankAdapterFactory factory) {
        var before = factories.putIfAbsent(factory.type(), factory);
        if (before != null) {
            throw new IllegalStateException(
                    "Expected one adapter of type '%s'; found %s and %s. Take one of the jars away."
                            .formatted(factory.type(), origin(before), origin(factory)));
        }
    }

    private static String origin(BankAdapterFactory factory) {
        return "%s of %s"
                .formatted(
                        factory.getClass().getName(),
                        factory.getClass().getClassLoader().getName());
    }

    Map<String, Bank> make(Map<String, BankSettings> all, Hosts hosts) {
        var banks = new HashMap<String, Bank>();
        all.forEach((name, settings) -> {
            if (factories.containsKey(settings.adapter()) || !isUnasked(settings)) {
                banks.put(name, make(settings, hosts.of(settings)));
            }
        });
        return banks;
    }

    /** The sandbox is there by default where its adapter is; a node built without it has no bank by default. */
    private static boolean isUnasked(BankSettings settings) {
        return settings.bank().value().equals(BankSettings.SANDBOX)
                && settings.own().isEmpty();
    }

    private Bank make(BankSettings given, BankHost host) {
        var first = configured(given.withoutMoney());
        var second = given.money().map(this::configured);
        LOG.info("There is {}.", first);
        return named(given, "", () -> {
            var adapter = adapter(first, host);
            return new Bank(
                    first,
                    second.<BankAdapter>map(money ->
                                    named(given, "money.", () -> TwoLines.of(adapter, adapter(money, host))))
                            .orElse(adapter),
                    host.clock());
        });
    }

    private BankAdapter adapter(BankSettings settings, BankHost host) {
        return factory(settings).create(settings.own(), host);
    }

    /** With all that operators need not say. */
    private BankSettings configured(BankSettings given) {
        var factory = factory(given);
        var settings = defaults.stream()
                .filter(one -> one.adapter().equals(given.adapter()))
                .reduce(given, (so, one) -> so.or(one.of(so)), (a, _) -> a)
                .or(secrets.of(given, factory));
        var unknown = settings.own().keySet().stream()
                .filter(name -> !factory.settings().containsKey(name))
                .findFirst();
        if (unknown.isPresent()) {
            throw refused(
                    given, "no setting " + unknown.get(), factory.settings().keySet());
        }
        return settings;
    }

    /** What is wrong with a setting is said with its whole name. */
    private static <T> T named(BankSettings settings, String prefix, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "tallystick.banks.%s.%s%s".formatted(settings.bank(), prefix, wrong.getMessage()), wrong);
        }
    }

    private BankAdapterFactory factory(BankSettings settings) {
        var factory = factories.get(settings.adapter());
        if (factory == null) {
            throw refused(
                    settings,
                    "the adapter " + settings.adapter(),
                    factories.keySet() + (plugins.refusals().isEmpty() ? "" : ", and " + plugins.refusals()));
        }
        if (factory.spiVersion() != BankAdapterFactory.SPI_VERSION) {
            throw refused(
                    settings, "an adapter for SPI " + factory.spiVersion(), List.of(BankAdapterFactory.SPI_VERSION));
        }
        return factory;
    }

    private static IllegalStateException refused(BankSettings settings, String found, Object expected) {
        return new IllegalStateException("tallystick.banks.%s: found %s; expected one of %s. Correct the setting."
                .formatted(settings.bank(), found, expected));
    }
}
