package tallystick.bank.gateway.banks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import tallystick.kernel.BankId;

/**
 * One bank as operators describe it under {@code tallystick.banks.<name>.*}.
 *
 * @param adapter the type of its adapter; the bank's name when nothing is said
 * @param user who logs in as this bank to read its own instructions
 * @param house what the gateway holds the bank to: {@code hours.*} and {@code limits.*}
 * @param own what is left, for the adapter
 */
public record BankSettings(
        BankId bank, String adapter, String user, Map<String, String> house, Map<String, String> own) {
    /** The bank that is there when no other one is named, so that a first start has one. */
    public static final String SANDBOX = "sandbox";

    private static final String MONEY = "money.";
    private static final String PREFIX = "tallystick.banks";
    private static final Bindable<Map<String, Map<String, String>>> SHAPE =
            Bindable.of(ResolvableType.forClassWithGenerics(
                    Map.class,
                    ResolvableType.forClass(String.class),
                    ResolvableType.forClassWithGenerics(Map.class, String.class, String.class)));

    public BankSettings {
        house = Map.copyOf(house);
        own = Map.copyOf(own);
    }

    /** All banks by name. */
    public static Map<String, BankSettings> of(Environment environment) {
        var named = Binder.get(environment).bind(PREFIX, SHAPE).orElse(Map.of());
        var banks = new LinkedHashMap<String, BankSettings>();
        (named.isEmpty() ? Map.of(SANDBOX, Map.<String, String>of()) : named)
                .forEach((name, all) -> banks.put(name, of(name, all)));
        return Map.copyOf(banks);
    }

    private static BankSettings of(String name, Map<String, String> all) {
        var own = new LinkedHashMap<>(all);
        var adapter = own.remove("adapter");
        var user = own.remove("user");
        var house = new LinkedHashMap<>(own);
        house.keySet().removeIf(key -> !key.startsWith("hours.") && !key.startsWith("limits."));
        own.keySet().removeAll(house.keySet());
        return new BankSettings(
                new BankId(name),
                adapter == null ? name : adapter,
                user != null ? user : name.equals(SANDBOX) ? "bank" : name,
                house,
                own);
    }

    /** The second line, over which this bank moves money, where it has one: what is said under {@code money.*}. */
    Optional<BankSettings> money() {
        var second = new LinkedHashMap<String, String>();
        own.forEach((name, value) -> {
            if (name.startsWith(MONEY)) {
                second.put(name.substring(MONEY.length()), value);
            }
        });
        var type = second.remove("adapter");
        return type == null ? Optional.empty() : Optional.of(new BankSettings(bank, type, user, Map.of(), second));
    }

    /** The first line, or the only one. */
    BankSettings withoutMoney() {
        var first = new LinkedHashMap<>(own);
        if (own.containsKey(MONEY + "adapter")) {
            first.keySet().removeIf(name -> name.startsWith(MONEY));
        }
        return new BankSettings(bank, adapter, user, house, first);
    }

    /** With what its own settings do not say. */
    BankSettings or(Map<String, String> defaults) {
        var all = new LinkedHashMap<>(defaults);
        all.putAll(own);
        return new BankSettings(bank, adapter, user, house, all);
    }

    /** Without its settings: there are secrets among them. */
    @Override
    public String toString() {
        return "bank %s by adapter %s".formatted(bank, adapter);
    }
}
