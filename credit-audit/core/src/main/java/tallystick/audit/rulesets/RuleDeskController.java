package tallystick.audit.rulesets;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.ActivateRuleSet;
import tallystick.audit.api.RuleSetCommand.ApproveRuleSet;
import tallystick.audit.api.RuleSetCommand.DraftRuleSet;
import tallystick.audit.api.RuleSetCommand.RetireRuleSet;
import tallystick.audit.api.RuleSetCommand.ShadowRuleSet;
import tallystick.audit.api.RuleSetCommand.ShareRuleSet;
import tallystick.kernel.Addressed;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.operations.OperationView;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.MaxBody;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** The rule desk over HTTP: from a draft to the live set, one gate after the other. */
@RestController
@Tag(name = "Rule sets")
class RuleDeskController {
    private final Desks desks;
    private final Commands commands;
    private final Library library;
    private final Recorded recorded;
    private final PriceTables prices;
    private final Operations operations;
    private final InstantSource clock;
    private final @Nullable BigDecimal guardRail;

    RuleDeskController(
            Desks desks,
            Commands commands,
            Library library,
            Recorded recorded,
            PriceTables prices,
            Operations operations,
            InstantSource clock,
            @Value("${tallystick.audit.guard-rail:#{null}}") @Nullable BigDecimal guardRail) {
        this.guardRail = guardRail;
        this.prices = prices;
        this.desks = desks;
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
                            + " content is the same set. Spreadsheets become CSV. Also as a multipart form: the fields"
                            + " kind, comment and base, and each file under files, named by its path.")
    @PostMapping("/api/v1/rule-sets")
    @Allowed(Role.RISK_AUTHOR)
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> upload(@RequestBody Upload body, Write write) {
        return drafted(body, write);
    }

    @Hidden
    @Operation(
            operationId = "uploadRuleFiles",
            summary = "Upload a draft as files",
            description =
                    "The same as multipart form: the fields kind, comment and base, and each file under files, named by"
                            + " its path. Spreadsheets become CSV.")
    @PostMapping(path = "/api/v1/rule-sets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.RISK_AUTHOR)
    @MaxBody(Upload.MOST_BYTES)
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> uploadFiles(
            @RequestParam String kind,
            @RequestParam String comment,
            @RequestParam(required = false) @Nullable String base,
            @RequestParam List<MultipartFile> files,
            Write write) {
        return drafted(Upload.of(kind, comment, base, files), write);
    }

    private ResponseEntity<byte[]> drafted(Upload body, Write write) {
        return write.once(() -> {
            body.check();
            var kind = body.about();
            var base = base(body);
            var files = body.on(under(kind, base), library.languages());
            var isNew = desks.find(kind, files.hash()).isEmpty();
            if (isNew) {
                library.keep(kind, files);
            }
            mustBeOfKind(kind, files);
            commands.send(
                    new DraftRuleSet(
                            RuleDeskId.of(kind.text()),
                            files.hash(),
                            base,
                            body.comment(),
                            write.by(),
                            clock.instant()),
                    Origin.of(write.by()));
            var found = desks.one(files.hash());
            var headers =
                    Map.of("Location", "/api/v1/rule-sets/" + files.hash(), "ETag", "\"" + found.version() + "\"");
            return Said.json(isNew ? 201 : 200, headers, found.view());
        });
    }

    /** What it is made from: the live set of its kind, or while there is none the live credit set. */
    private String base(Upload body) {
        if (body.base() != null) {
            return body.base();
        }
        var live = desks.live(body.about());
        return live == null ? Objects.requireNonNull(desks.live(RuleKind.CREDIT)) : live;
    }

    private RuleFiles under(RuleKind kind, String base) {
        var files = library.files(base)
                .orElseThrow(() -> ValueNotAllowed.at("/base", "unknown", "the hash of a rule set", "another"));
        return library.kind(base).filter(kind::equals).isPresent() ? files : files.about(kind);
    }

    private void mustBeOfKind(RuleKind kind, RuleFiles files) {
        if (library.kind(files.hash()).filter(kind::equals).isEmpty()) {
            throw ValueNotAllowed.at("/kind", "other-kind", "the kind under which these files are known", kind.text());
        }
    }

    @Operation(
            operationId = "checkRuleSet",
            summary = "Check a rule set",
            description = "Compiles it, looks for mistakes, gaps and overlaps, and runs its saved cases.")
    @PostMapping("/api/v1/rule-sets/{hash}/checks")
    @Allowed({Role.RISK_AUTHOR, Role.RISK_APPROVER})
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> check(@PathVariable String hash, @RequestBody Nothing body, Write write) {
        return write.once(() -> operations.start(
                write.derivedId("op"), RuleChecks.TYPE, desks.one(hash).kind().text() + " " + hash, write.by()));
    }

    @Operation(
            operationId = "approveRuleSet",
            summary = "Approve a rule set",
            description =
                    "By another person than its author, for exactly the hash that was shown; where an operator has set"
                        + " a guard-rail, only if the share of approvals changes by no more points in the backtest.")
    @PostMapping("/api/v1/rule-sets/{hash}/approval")
    @Allowed(Role.RISK_APPROVER)
    @NeedsMatch
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> approve(@PathVariable String hash, @RequestBody Approval body, Write write) {
        return change(hash, write, desk -> {
            var waived = body.backtestWaived();
            if (waived != null && waived.isBlank()) {
                throw ValueNotAllowed.at("/backtestWaived", "blank", "a reason, or null", "blanks");
            }
            prices.mustAllow(desks.one(hash).kind(), hash);
            return new ApproveRuleSet(
                    desk, hash, body.hash(), waived, recorded.isAny(), guardRail, write.by(), clock.instant());
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
        return change(hash, write, desk -> {
            prices.mustAllow(desks.one(hash).kind(), hash);
            return new ActivateRuleSet(desk, hash, write.by(), clock.instant());
        });
    }

    @Operation(
            operationId = "retireRuleSet",
            summary = "End a routing set",
            description = "Without a successor: every programme is open. Credit and pricing have always a live set.")
    @DeleteMapping("/api/v1/rule-sets/{hash}/activation")
    @Allowed(Role.RISK_APPROVER)
    ResponseEntity<Void> retire(@PathVariable String hash, Caller caller) {
        commands.send(
                new RetireRuleSet(desks.one(hash).id(), hash, caller.name(), clock.instant()),
                Origin.of(caller.name()));
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "shadowRuleSet",
            summary = "Let a rule set judge beside the live one",
            description = "Its judgements are kept and decide nothing.")
    @PutMapping("/api/v1/rule-sets/{hash}/shadow")
    @Allowed(Role.RISK_APPROVER)
    @Shows(RuleSetView.class)
    ResponseEntity<byte[]> shadow(@PathVariable String hash, @RequestBody Nothing body, Write write) {
        return change(hash, write, desk -> new ShadowRuleSet(desk, hash, true, write.by(), clock.instant()));
    }

    @Operation(
            operationId = "endShadow",
            summary = "End a shadow",
            description = "It judges no further cases; what it judged stays.")
    @DeleteMapping("/api/v1/rule-sets/{hash}/shadow")
    @Allowed(Role.RISK_APPROVER)
    ResponseEntity<Void> endShadow(@PathVariable String hash, Caller caller) {
        commands.send(
                new ShadowRuleSet(desks.one(hash).id(), hash, false, caller.name(), clock.instant()),
                Origin.of(caller.name()));
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
        return change(hash, write, desk -> {
            if (!body.share().matches("0(\\.[0-9]{1,4})?|1")) {
                throw ValueNotAllowed.at("/share", "not-allowed", "a fraction from 0 to 1, four decimals", "another");
            }
            var share = new BigDecimal(body.share()).movePointRight(4).intValueExact();
            if (share > 0) {
                prices.mustAllow(desks.one(hash).kind(), hash);
            }
            return new ShareRuleSet(desk, hash, share, write.by(), clock.instant());
        });
    }

    private ResponseEntity<byte[]> change(String hash, Write write, Function<RuleDeskId, Addressed> command) {
        var kind = desks.one(hash).kind();
        var desk = RuleDeskId.of(kind.text());
        return write.<RuleDesk>change(
                "audit",
                desk.value(),
                RuleDesk.class,
                () -> command.apply(desk),
                decided -> RuleSetView.of(
                        kind.text(),
                        Objects.requireNonNull(decided.state().sets().get(hash)),
                        decided.version()));
    }
}
