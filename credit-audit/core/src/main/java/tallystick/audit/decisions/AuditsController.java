package tallystick.audit.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.decisions.Replays.Difference;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.reviews.Reviewed;
import tallystick.kernel.AuditId;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
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
    private final InstantSource clock;

    AuditsController(Things things, Sealing sealing, Replays replays, Reviewed reviewed, InstantSource clock) {
        this.clock = clock;
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
            description =
                    "Every fact the rules were given. For auditors, and for who has claimed the referred case and says"
                            + " why (`purpose`). Each look is logged.")
    @GetMapping("/api/v1/audits/{audit}/decisions/{decision}/facts")
    @Allowed({Role.AUDITOR, Role.UNDERWRITER, Role.SENIOR_UNDERWRITER})
    @Filters("purpose")
    FactsView facts(
            @PathVariable String audit,
            @PathVariable int decision,
            @RequestParam(required = false) @Nullable String purpose,
            Caller caller) {
        var why = purpose == null ? "" : purpose;
        var isAuditor = caller.roles().contains(Role.AUDITOR);
        if (!isAuditor) {
            reviewed.mustBeHeldBy(caller.name(), new AuditId(audit), decision, clock.instant());
        }
        if (!isAuditor || !why.isEmpty()) {
            mustSayWhy(why);
        }
        LOG.info("{} reads the facts of decision {} of {}. Purpose: {}.", caller.name(), decision, audit, why);
        var decided = decided(audit, decision);
        var clear = Packed.text(sealing.open(decided.snapshot(), "factSnapshot"), "{}");
        return new FactsView(audit, decision, decided.factsHash(), Gatherer.strings(clear));
    }

    /** A word and no sentence, since it is logged. */
    private static void mustSayWhy(String purpose) {
        if (!purpose.matches("[a-z][a-z-]{2,39}")) {
            throw ValueNotAllowed.at("/purpose", "not-allowed", "a word such as credit-review", "none, or another");
        }
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
