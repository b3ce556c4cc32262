package tallystick.bank.gateway.banks;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tallystick.kernel.BankId;

/** All banks of this node by name. */
public final class Banks implements AutoCloseable {
    private final Map<String, Bank> banks;
    private final Plugins plugins;

    /** @param plugins what the adapters of some of them are from */
    Banks(Map<String, Bank> banks, Plugins plugins) {
        this.plugins = plugins;
        this.banks = new TreeMap<>(banks);
    }

    public Optional<Bank> find(String name) {
        return Optional.ofNullable(banks.get(name));
    }

    /** @throws IllegalStateException when the bank was taken out of the settings while instructions to it live */
    public Bank get(BankId id) {
        return find(id.value())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected bank '%s' under tallystick.banks; found %s. Its instructions wait until it is back."
                                .formatted(id, banks.keySet())));
    }

    public Collection<Bank> all() {
        return banks.values();
    }

    /** Called by the container; nothing calls a bank after it. */
    @Override
    public void close() {
        banks.values().forEach(Bank::close);
        plugins.close();
    }
}
