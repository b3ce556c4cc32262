package tallystick.audit.rulesets;

import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.ShipRuleSet;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;

/** Makes the sets that come with the platform live where none is. */
final class Shipping implements ApplicationRunner {
    private final Commands commands;
    private final RuleSets sets;
    private final Library library;
    private final Desks desks;
    private final InstantSource clock;

    Shipping(Commands commands, RuleSets sets, Library library, Desks desks, InstantSource clock) {
        this.commands = commands;
        this.sets = sets;
        this.library = library;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ship(RuleKind.CREDIT, sets.shipped(RuleKind.CREDIT));
        if (desks.live(RuleKind.PRICING) == null) {
            ship(RuleKind.PRICING, prices());
        }
    }

    /** A lender whose prices are still in the credit set goes on with them: no price changes because we were updated. */
    private String prices() {
        var live = Objects.requireNonNull(desks.live(RuleKind.CREDIT));
        var tables = library.compiled(live).orElseThrow().priceTables();
        return tables.isEmpty()
                ? sets.shipped(RuleKind.PRICING)
                : library.keep(
                        RuleKind.PRICING, library.files(live).orElseThrow().only(tables));
    }

    private void ship(RuleKind kind, String hash) {
        commands.send(new ShipRuleSet(RuleDeskId.of(kind.text()), hash, clock.instant()), Origin.of(StoredSet.SHIPPED));
    }
}
