package tallystick.audit.decisions;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.audit.api.AuditCommand;
import tallystick.audit.api.AuditEvent;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.rulesets.RuleSets;
import tallystick.runtime.decide.Decider;
import tallystick.runtime.decide.Things;
import tallystick.runtime.messages.EventFamily;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;
import tallystick.runtime.web.door.IdGuard;

/** Plugs decisions in. */
@Configuration(proxyBeanMethods = false)
@Import(AuditsController.class)
public class DecisionsConfiguration {
    @Bean
    Decider<AuditCommand, AuditEvent, Audit> auditDecider() {
        return Decider.of("audit", AuditCommand.class, AuditEvent.class, Audit.class, Audit::decide, Audit::after);
    }

    @Bean
    EventFamily auditFamily() {
        return EventFamily.of("audit", AuditEvent.class);
    }

    @Bean
    ProcessingGroup gathering() {
        return ProcessingGroup.saga("audit.gathering", Gathering.class);
    }

    @Bean
    ProcessingGroup decisionList() {
        return ProcessingGroup.readModel("audit.decisions.v1", new DecisionList());
    }

    @Bean
    Evaluator evaluator(RuleSets rules, Gatherer gatherer, Sealing sealing, InstantSource clock, LiveDecisions live) {
        return new Evaluator(rules, gatherer, sealing, clock, live);
    }

    @Bean
    Replays replays(RuleSets rules, Sealing sealing) {
        return new Replays(rules, sealing);
    }

    @Bean
    LiveDecisions liveDecisions() {
        return new LiveDecisions();
    }

    @Bean
    RoutingRules routingRules(RuleSets rules, Things things, Sealing sealing) {
        return new RoutingRules(rules, things, sealing);
    }

    @Bean
    IdGuard auditGuard(Things things) {
        return IdGuard.of(
                "audit",
                (id, _) ->
                        id.startsWith("audit-") && things.find(Audit.class, id).isPresent());
    }

    @Bean
    IdGuard decisionGuard(Things things) {
        return IdGuard.of(
                "decision",
                (id, path) -> id.matches("[1-9][0-9]{0,3}")
                        && things.find(Audit.class, String.valueOf(path.get("audit")))
                                .filter(found -> found.state().decisions().size() >= Integer.parseInt(id))
                                .isPresent());
    }

    @Bean
    ProblemCodes auditProblems() {
        return () -> List.of(new ProblemCode("audit-unknown", 409, "No such audit", "Open it first."));
    }
}
