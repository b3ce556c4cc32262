package tallystick.audit.rulesets;

import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand;
import tallystick.audit.api.RuleSetCommand.DraftRuleSet;
import tallystick.audit.api.RuleSetCommand.ShipRuleSet;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;

/** Makes the sets that come with the platform live where none is. */
final class Shipping implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Shipping.class);

    private final Commands commands;
    private final RuleSets sets;
    private final Library library;
    private final Desks desks;
    private final PriceTables priceTables;
    private final InstantSource clock;

    Shipping(
            Commands commands,
            RuleSets sets,
            Library library,
            Desks desks,
            PriceTables priceTables,
            InstantSource clock) {
        this.commands = commands;
        this.sets = sets;
        this.library = library;
        this.desks = desks;
        this.priceTables = priceTables;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ship(RuleKind.CREDIT, sets.shipped(RuleKind.CREDIT));
        if (desks.live(RuleKind.PRICING) == null) {
            var prices = prices();
            priceTables
                    .challenger()
                    .ifPresentOrElse(other -> leave(prices, other), () -> ship(RuleKind.PRICING, prices));
        }
    }

    /** A lender whose prices are still in the credit set goes on with them: no price changes because we were updated. */
    private String prices() {
        var live = library.files(Objects.requireNonNull(desks.live(RuleKind.CREDIT)))
                .orElseThrow();
        var tables = live.priceTables();
        return tables.isEmpty() ? sets.shipped(RuleKind.PRICING) : library.keep(RuleKind.PRICING, live.only(tables));
    }

    private void ship(RuleKind kind, String hash) {
        send(new ShipRuleSet(RuleDeskId.of(kind.text()), hash, clock.instant()));
    }

    /** Two sets decide at prices of their own, and one live set of prices would end what people approved of the other. */
    private void leave(String prices, String challenger) {
        var why = "not live, since the challenger " + challenger + " has prices of its own; take its share back first";
        LOG.warn("The prices of the live credit set are pricing draft {}, {}. Then start again.", prices, why);
        send(new DraftRuleSet(
                RuleDeskId.of(RuleKind.PRICING.text()), prices, null, why, StoredSet.SHIPPED, clock.instant()));
    }

    private void send(RuleSetCommand command) {
        commands.send(command, Origin.of(StoredSet.SHIPPED));
    }
}
