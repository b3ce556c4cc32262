package tallystick.audit.decisions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Routing;
import tallystick.audit.api.RoutingOf;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.rules.FactSheet;
import tallystick.rules.RuleSet;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.AnswersQueries;
import tallystick.runtime.sealing.Sealing;

/** Answers which programmes are no place for a decided case: by its own facts, and by what was decided of it. */
final class RoutingRules implements AnswersQueries {
    private final RuleSets rules;
    private final Things things;
    private final Sealing sealing;

    RoutingRules(RuleSets rules, Things things, Sealing sealing) {
        this.rules = rules;
        this.things = things;
        this.sealing = sealing;
    }

    @QueryHandler
    Routing answer(RoutingOf question) {
        var audit =
                things.find(Audit.class, question.audit().value()).orElseThrow().state();
        var nr = question.decision() == null ? audit.decisions().size() : question.decision();
        return rules.routing(question.audit())
                .map(routing -> routed(routing, audit.decisions().get(nr - 1)))
                .orElse(new Routing(null, List.of()));
    }

    private Routing routed(RuleSet routing, AuditDecided decided) {
        return new Routing(
                routing.hash(),
                routing.skipped(FactSheet.of(facts(decided))).stream()
                        .map(skip -> new Routing.Skip(skip.programme(), skip.code(), skip.text()))
                        .toList());
    }

    private Map<String, String> facts(AuditDecided decided) {
        var clear = Packed.text(sealing.open(decided.snapshot(), "factSnapshot"), "{}");
        var facts = new TreeMap<>(Gatherer.strings(clear));
        put(facts, "score", decided.score());
        put(facts, "grade", decided.grade());
        put(
                facts,
                "limit",
                decided.limit() == null ? null : decided.limit().amount().toPlainString());
        put(
                facts,
                "rate",
                decided.annualRate() == null
                        ? null
                        : decided.annualRate().perYear().toPlainString());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
