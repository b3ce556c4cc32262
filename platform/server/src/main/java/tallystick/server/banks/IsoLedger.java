package tallystick.server.banks;

import java.util.Map;
import org.springframework.stereotype.Component;
import tallystick.bank.gateway.banks.BankDefaults;
import tallystick.bank.gateway.banks.BankSettings;
import tallystick.runtime.database.DatabaseAddress;

/**
 * The ledger of files stands in our own database, in a schema of its own, unless operators have named another: all nodes
 * share it, and it is restored to the same instant as the orders that it is about.
 */
@Component
class IsoLedger implements BankDefaults {
    private final DatabaseAddress ours;

    IsoLedger(DatabaseAddress ours) {
        this.ours = ours;
    }

    @Override
    public String adapter() {
        return "iso20022";
    }

    @Override
    public Map<String, String> of(BankSettings settings) {
        return settings.own().containsKey("database.url")
                ? Map.of()
                : Map.of(
                        "database.url", ours.url(),
                        "database.user", ours.user(),
                        "database.password", ours.password());
    }
}
