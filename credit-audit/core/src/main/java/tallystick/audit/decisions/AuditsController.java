package tallystick.audit.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Reason;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.reviews.Reviewed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.kernel.Sha256;
import tallystick.rules.Evaluation;
import tallystick.rules.FactSheet;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Audits over HTTP: decisions, what they rest on, and whether they come out the same again. */
@RestController
@Readers
@Tag(name = "Audits", description = "May we lend, how much, at what price, and why.")
class AuditsController {
    private static final Logger LOG = LoggerFactory.getLogger(AuditsController.class);

    private final Things things;
    private final Sealing sealing;
    private final RuleSets rules;
    private final Reviewed reviewed;

    AuditsController(Things things, Sealing sealing, RuleSets rules, Reviewed reviewed) {
        this.reviewed = reviewed;
        this.things = things;
        this.sealing = sealing;
        this.rules = rules;
    }

    record Nothing() {}

    record FactsView(String audit, int decision, String hash, Map<String, String> facts) {}

    record Replay(boolean identical, List<Difference> differences) {}

    record Difference(String what, String then, String now) {}

    @Operation(
            operationId = "getAudit",
            summary = "One audit",
            description = "Its decisions with reasons, findings and how far each was from passing.")
    @GetMapping("/api/v1/audits/{audit}")
    ResponseEntity<AuditView> one(@PathVariable String audit) {
        var found = things.find(Audit.class, audit).orElseThrow();
        var is = found.state();
        return ResponseEntity.ok()
                .eTag("\"" + found.version() + "\"")
                .body(new AuditView(
                        audit,
                        is.opened().application().value(),
                        is.state(),
                        is.decisions().stream().map(this::shown).toList()));
    }

    private AuditView.DecisionView shown(AuditDecided decided) {
        var evidence = Packed.text(sealing.open(decided.evidence(), "findingEvidence"), "[]");
        return AuditView.decision(
                decided,
                Evidence.read(evidence),
                reviewed.of(decided.audit(), decided.nr()).orElse(null));
    }

    @Operation(
            operationId = "getDecisionFacts",
            summary = "What a decision rested on",
            description = "Every fact the rules were given. For auditors; each look is logged.")
    @GetMapping("/api/v1/audits/{audit}/decisions/{decision}/facts")
    @Allowed(Role.AUDITOR)
    FactsView facts(@PathVariable String audit, @PathVariable int decision, Caller caller) {
        LOG.info("{} reads the facts of decision {} of {}.", caller.name(), decision, audit);
        var decided = decided(audit, decision);
        var clear = Packed.text(sealing.open(decided.snapshot(), "factSnapshot"), "{}");
        return new FactsView(audit, decision, decided.factsHash(), Gatherer.strings(clear));
    }

    @Operation(
            operationId = "replayDecision",
            summary = "Run a decision again",
            description = "With its own facts and its own rules: identical, or the differences.")
    @PostMapping("/api/v1/audits/{audit}/decisions/{decision}/replay")
    @Allowed({Role.AUDITOR, Role.RISK_AUTHOR, Role.RISK_APPROVER, Role.SENIOR_UNDERWRITER})
    @Shows(value = Replay.class, versioned = false)
    ResponseEntity<byte[]> replay(
            @PathVariable String audit, @PathVariable int decision, @RequestBody Nothing body, Write write) {
        return write.once(() -> Said.json(200, Map.of(), replayed(decided(audit, decision))));
    }

    private Replay replayed(AuditDecided then) {
        return switch (sealing.open(then.snapshot(), "factSnapshot")) {
            case Opened.Erased _ ->
                new Replay(
                        false,
                        List.of(new Difference("facts", "hash " + then.factsHash(), "erased; nothing was compared")));
            case Opened.Clear clear -> compared(then, Packed.text(clear));
        };
    }

    private Replay compared(AuditDecided then, String snapshot) {
        var differences = new ArrayList<Difference>();
        if (!Sha256.hex(snapshot).equals(then.factsHash())) {
            differences.add(new Difference("facts", then.factsHash(), Sha256.hex(snapshot)));
        }
        var again = rules.byHash(then.ruleSet(), then.pricingSet())
                .map(set -> set.evaluate(FactSheet.of(Gatherer.strings(snapshot))));
        again.ifPresentOrElse(
                now -> compare(then, now, differences),
                () -> differences.add(new Difference("ruleSet", then.ruleSet(), "not there")));
        return new Replay(differences.isEmpty(), differences);
    }

    private static void compare(AuditDecided then, Evaluation now, List<Difference> differences) {
        differ("outcome", then.outcome().name(), now.verdict().name(), differences);
        differ("score", then.score(), now.score(), differences);
        differ("grade", then.grade(), now.grade(), differences);
        differ("limit", plain(then.limit() == null ? null : then.limit().amount()), plain(now.limit()), differences);
        differ(
                "annualRate",
                plain(then.annualRate() == null ? null : then.annualRate().perYear()),
                plain(now.annualRate()),
                differences);
        differ(
                "reasons",
                then.reasons(),
                now.reasons().stream()
                        .map(finding -> new Reason(finding.code(), finding.text()))
                        .toList(),
                differences);
        differ(
                "findings",
                then.findings().stream()
                        .map(finding -> finding.file() + ":" + finding.row())
                        .toList(),
                now.findings().stream()
                        .map(finding -> finding.file() + ":" + finding.row())
                        .toList(),
                differences);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static void differ(String what, @Nullable Object then, @Nullable Object now, List<Difference> differences) {
        if (!Objects.equals(then, now)) {
            differences.add(new Difference(what, String.valueOf(then), String.valueOf(now)));
        }
    }

    private AuditDecided decided(String audit, int nr) {
        return things.find(Audit.class, audit).orElseThrow().state().decisions().get(nr - 1);
    }
}
