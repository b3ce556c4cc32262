package tallystick.audit.rulesets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.ActivateRuleSet;
import tallystick.audit.api.RuleSetCommand.ApproveRuleSet;
import tallystick.audit.api.RuleSetCommand.DraftRuleSet;
import tallystick.audit.api.RuleSetCommand.ShadowRuleSet;
import tallystick.audit.api.RuleSetCommand.ShareRuleSet;
import tallystick.kernel.Addressed;
import tallystick.rules.RuleFiles;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Things;
import tallystick.runtime.operations.OperationView;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** The rule desk over HTTP: from a draft to the live set, one gate after the other. */
@RestController
@Tag(name = "Rule sets")
class RuleDeskController {
    private static final RuleDeskId DESK = RuleDeskId.of(RuleSets.CREDIT);

    private final Things things;
    private final Commands commands;
    private final Library library;
    private final Recorded recorded;
    private final Operations operations;
    private final InstantSource clock;

    RuleDeskController(
            Things things,
            Commands commands,
            Library library,
            Recorded recorded,
            Operations operations,
            InstantSource clock) {
        this.things = things;
        this.commands = commands;
        this.library = library;
        this.recorded = recorded;
        this.operations = operations;
        this.clock = clock;
    }

    record Nothing() {}

    record Approval(String hash, @Nullable String backtestWaived) {}

    record Share(String share) {}

    @Operation(
            operationId = "uploadRuleSet",
            summary = "Upload a draft",
            description =
                    "Files in the place of those of the base, which is the live set unless another is named. The same"
                            + " content is the same set. Spreadsheets become CSV.")
    @PostMapping("/api/v1/rule-sets")
    @Allowed(Role.RISK_AUTHOR)
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> upload(@RequestBody Upload body, Write write) {
        return write.once(() -> {
            body.check();
            var base = body.base() == null ? live() : body.base();
            var files = body.on(files(base));
            var isNew = set(files.hash()) == null;
            if (isNew) {
                library.keep(body.kind(), files);
            }
            var decided = commands.<RuleDesk>send(
                    new DraftRuleSet(DESK, files.hash(), base, body.comment(), write.by(), clock.instant()),
                    Origin.of(write.by()));
            var headers =
                    Map.of("Location", "/api/v1/rule-sets/" + files.hash(), "ETag", "\"" + decided.version() + "\"");
            return Said.json(isNew ? 201 : 200, headers, view(decided.state(), files.hash(), decided.version()));
        });
    }

    private RuleFiles files(String base) {
        return library.files(base)
                .orElseThrow(() -> ValueNotAllowed.at("/base", "unknown", "the hash of a rule set", "another"));
    }

    @Operation(
            operationId = "checkRuleSet",
            summary = "Check a rule set",
            description = "Compiles it, looks for mistakes, gaps and overlaps, and runs its saved cases.")
    @PostMapping("/api/v1/rule-sets/{hash}/checks")
    @Allowed({Role.RISK_AUTHOR, Role.RISK_APPROVER})
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> check(@PathVariable String hash, @RequestBody Nothing body, Write write) {
        return write.once(() ->
                operations.start(write.derivedId("op"), RuleChecks.TYPE, RuleSets.CREDIT + " " + hash, write.by()));
    }

    @Operation(
            operationId = "approveRuleSet",
            summary = "Approve a rule set",
            description = "By another person than its author, for exactly the hash that was shown.")
    @PostMapping("/api/v1/rule-sets/{hash}/approval")
    @Allowed(Role.RISK_APPROVER)
    @NeedsMatch
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> approve(@PathVariable String hash, @RequestBody Approval body, Write write) {
        return change(hash, write, () -> {
            var waived = body.backtestWaived();
            if (waived != null && waived.isBlank()) {
                throw ValueNotAllowed.at("/backtestWaived", "blank", "a reason, or null", "blanks");
            }
            return new ApproveRuleSet(DESK, hash, body.hash(), waived, recorded.isAny(), write.by(), clock.instant());
        });
    }

    @Operation(
            operationId = "activateRuleSet",
            summary = "Make a rule set live",
            description = "In one step on all nodes; the former one retires. A retired one may come back.")
    @PostMapping("/api/v1/rule-sets/{hash}/activation")
    @Allowed(Role.RISK_APPROVER)
    @NeedsMatch
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> activate(@PathVariable String hash, @RequestBody Nothing body, Write write) {
        return change(hash, write, () -> new ActivateRuleSet(DESK, hash, write.by(), clock.instant()));
    }

    @Operation(
            operationId = "shadowRuleSet",
            summary = "Let a rule set judge beside the live one",
            description = "Its judgements are kept and decide nothing.")
    @PutMapping("/api/v1/rule-sets/{hash}/shadow")
    @Allowed(Role.RISK_APPROVER)
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> shadow(@PathVariable String hash, @RequestBody Nothing body, Write write) {
        return change(hash, write, () -> new ShadowRuleSet(DESK, hash, true, write.by(), clock.instant()));
    }

    @Operation(
            operationId = "endShadow",
            summary = "End a shadow",
            description = "It judges no further cases; what it judged stays.")
    @DeleteMapping("/api/v1/rule-sets/{hash}/shadow")
    @Allowed(Role.RISK_APPROVER)
    ResponseEntity<Void> endShadow(@PathVariable String hash, Caller caller) {
        commands.send(new ShadowRuleSet(DESK, hash, false, caller.name(), clock.instant()), Origin.of(caller.name()));
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "shareRuleSet",
            summary = "Give a challenger a share",
            description = "A fraction of the cases, chosen by their ids and so the same for ever; 0 takes it back.")
    @PutMapping("/api/v1/rule-sets/{hash}/share")
    @Allowed(Role.RISK_APPROVER)
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> share(@PathVariable String hash, @RequestBody Share body, Write write) {
        return change(hash, write, () -> {
            if (!body.share().matches("0(\\.[0-9]{1,4})?|1")) {
                throw ValueNotAllowed.at("/share", "not-allowed", "a fraction from 0 to 1, four decimals", "another");
            }
            var share = new BigDecimal(body.share()).movePointRight(4).intValueExact();
            return new ShareRuleSet(DESK, hash, share, write.by(), clock.instant());
        });
    }

    private ResponseEntity<byte[]> change(String hash, Write write, Supplier<Addressed> command) {
        return write.<RuleDesk>change(
                "audit",
                DESK.value(),
                RuleDesk.class,
                command,
                decided -> view(decided.state(), hash, decided.version()));
    }

    private static RuleSetView view(RuleDesk desk, String hash, long version) {
        return RuleSetView.of(
                RuleSets.CREDIT, Objects.requireNonNull(desk.sets().get(hash)), version);
    }

    private @Nullable StoredSet set(String hash) {
        return things.find(RuleDesk.class, DESK.value())
                .flatMap(found -> found.state().set(hash))
                .orElse(null);
    }

    private String live() {
        return things.find(RuleDesk.class, DESK.value())
                .map(found -> String.valueOf(found.state().live()))
                .orElseThrow();
    }
}
