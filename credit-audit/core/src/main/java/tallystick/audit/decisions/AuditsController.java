package tallystick.audit.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.decisions.Replays.Difference;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.reviews.Reviewed;
import tallystick.runtime.decide.Things;
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
    private final Replays replays;
    private final Reviewed reviewed;

    AuditsController(Things things, Sealing sealing, Replays replays, Reviewed reviewed) {
        this.reviewed = reviewed;
        this.things = things;
        this.sealing = sealing;
        this.replays = replays;
    }

    record Nothing() {}

    record FactsView(String audit, int decision, String hash, Map<String, String> facts) {}

    record Replay(boolean identical, List<Difference> differences) {}

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
        var differences = replays.differences(then)
                .orElseGet(() ->
                        List.of(new Difference("facts", "hash " + then.factsHash(), "erased; nothing was compared")));
        return new Replay(differences.isEmpty(), differences);
    }

    private AuditDecided decided(String audit, int nr) {
        return things.find(Audit.class, audit).orElseThrow().state().decisions().get(nr - 1);
    }
}
