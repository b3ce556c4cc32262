package tallystick.audit.rulesets;

import java.time.InstantSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.ShipRuleSet;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;

/** Makes the set that comes with the platform live where none is. */
final class Shipping implements ApplicationRunner {
    private final Commands commands;
    private final RuleSets sets;
    private final InstantSource clock;

    Shipping(Commands commands, RuleSets sets, InstantSource clock) {
        this.commands = commands;
        this.sets = sets;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        commands.send(
                new ShipRuleSet(RuleDeskId.of(RuleKind.CREDIT.text()), sets.shipped(), clock.instant()),
                Origin.of(StoredSet.SHIPPED));
    }
}
