package tallystick.audit.rulesets;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.audit.api.RuleSetCommand;
import tallystick.audit.api.RuleSetEvent;
import tallystick.rules.Languages;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs rule sets in. */
@Configuration(proxyBeanMethods = false)
@Import({RuleSetsController.class, RuleDeskController.class})
public class RuleSetsConfiguration {
    /** @param drl whether an operator allows guarded rule files beside tables */
    @Bean
    Library ruleLibrary(
            JdbcClient database,
            PlatformTransactionManager transactions,
            @Value("${tallystick.audit.guarded-drl:false}") boolean drl) {
        return new Library(
                database,
                new TransactionTemplate(transactions),
                drl ? Languages.TABLES_AND_GUARDED_DRL : Languages.TABLES);
    }

    /** The shipped files are in the library before anything decides. */
    @Bean
    RuleSets ruleSets(JdbcClient database, Library library) {
        var files = RuleFiles.fromClassPath("policies");
        var shipped = new EnumMap<RuleKind, String>(RuleKind.class);
        for (var kind : List.of(RuleKind.CREDIT, RuleKind.PRICING)) {
            shipped.put(kind, library.keep(kind, files.about(kind)));
        }
        return new RuleSets(database, library, shipped);
    }

    @Bean
    WarmUp rulesWarmUp(RuleSets sets) {
        return new WarmUp(sets);
    }

    /** Where {@code tallystick.audit.rules-folder} names one. */
    @Bean
    @ConditionalOnProperty("tallystick.audit.rules-folder")
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    RuleFolder ruleFolder(
            @Value("${tallystick.audit.rules-folder:}") Path folder,
            Library library,
            Desks desks,
            Commands commands,
            Operations operations,
            InstantSource clock) {
        return new RuleFolder(folder, library, desks, commands, operations, clock);
    }

    @Bean
    PriceTables priceTables(Desks desks, Library library) {
        return new PriceTables(desks, library::files);
    }

    @Bean
    Shipping ruleShipping(
            Commands commands,
            RuleSets sets,
            Library library,
            Desks desks,
            PriceTables priceTables,
            InstantSource clock) {
        return new Shipping(commands, sets, library, desks, priceTables, clock);
    }

    @Bean
    Decider<RuleSetCommand, RuleSetEvent, RuleDesk> ruleDeskDecider() {
        return Decider.of(
                "ruledesk",
                RuleSetCommand.class,
                RuleSetEvent.class,
                RuleDesk.class,
                RuleDesk::decide,
                RuleDesk::after);
    }

    @Bean
    EventFamily ruleSetFamily() {
        return EventFamily.of("audit", RuleSetEvent.class);
    }

    @Bean
    ProcessingGroup ruleSetList() {
        return ProcessingGroup.readModel("audit.rule-desk.v1", new RuleSetList());
    }

    @Bean
    RuleChecks ruleChecks(Library library, Commands commands, InstantSource clock) {
        return new RuleChecks(library, commands, clock);
    }

    @Bean
    Recorded recordedDecisions(JdbcClient database) {
        return new Recorded(database);
    }

    @Bean
    Desks ruleDesks(Things things, Library library) {
        return new Desks(things, library);
    }

    @Bean
    IdGuard ruleSetGuard(Desks desks) {
        return IdGuard.of("hash", (id, _) -> desks.find(id).isPresent());
    }

    @Bean
    ProblemCodes ruleSetProblems() {
        return () -> List.of(
                new ProblemCode("rule-set-unknown", 409, "No such rule set", "Upload it first."),
                new ProblemCode("not-backtested", 409, "The rule set is not backtested", "Run checks and a backtest."),
                new ProblemCode("guard-rail", 409, "Approvals change too much", "Change less at once."),
                new ProblemCode("not-approved", 409, "The rule set is not approved", "Have it approved first."),
                new ProblemCode("not-live", 409, "The rule set is not live", "There is nothing to end."),
                new ProblemCode("prices-apart", 409, "Prices are a set of their own", "Send prices as a pricing set."),
                new ProblemCode("no-prices", 409, "There is no price", "Make a pricing set live first."),
                new ProblemCode("must-be-live", 409, "One rule set must be live", "Activate another one instead."),
                new ProblemCode("not-checked", 409, "The rule set has not passed its checks", "Run its checks first."),
                new ProblemCode(
                        "share-exceeded", 409, "The shares come to more than the whole", "Take some back first."),
                new ProblemCode(
                        "rule-not-allowed", 422, "A rule file is not allowed", "Send tables; each error says which."),
                new ProblemCode(
                        "no-recorded-facts", 422, "Nothing is recorded to test on", "Choose a period with decisions."));
    }
}
