package tallystick.audit.rulesets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tallystick.rules.RuleFiles;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Rule sets to look at over HTTP. */
@RestController
@Readers
@Tag(name = "Rule sets", description = "Credit policy as files; a set is named by the hash of its content.")
class RuleSetsController {
    private final Desks desks;
    private final Library library;
    private final JdbcClient database;

    RuleSetsController(Desks desks, Library library, JdbcClient database) {
        this.database = database;
        this.desks = desks;
        this.library = library;
    }

    private record Row(String at, String hash) {}

    record FilesView(String hash, Map<String, String> files) {}

    record ChangesView(String hash, List<StoredSet.Change> items) {}

    @Operation(
            operationId = "listRuleSets",
            summary = "Rule sets",
            description = "The newest first. The live one of a kind: state=LIVE and kind=credit.")
    @GetMapping("/api/v1/rule-sets")
    @Filters(value = "kind", words = @Words(value = "state", of = StoredSet.State.class))
    ResponseEntity<Page<RuleSetView>> list(Listing listing) {
        var page = listing.by(new Column("drafted_at", "timestamptz"), new Column("hash", "text"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("state", listing.filter("state").orElse(null));
        params.put("kind", listing.filter("kind").orElse(null));
        var rows = database.sql("select cast(drafted_at as text) as at, hash from audit.rule_desk_v1"
                        + " where (cast(:state as text) is null or state = :state)"
                        + " and (cast(:kind as text) is null or kind = :kind) and "
                        + page.where()
                        + page.order())
                .params(params)
                .query(Row.class)
                .list();
        var known = desks.all();
        return listing.answer(
                rows,
                row -> List.of(row.at(), row.hash()),
                row -> Objects.requireNonNull(known.get(row.hash())).view());
    }

    @Operation(
            operationId = "getRuleSet",
            summary = "One rule set",
            description = "By the hash of its content: how far it is, and what its checks said.")
    @GetMapping("/api/v1/rule-sets/{hash}")
    ResponseEntity<RuleSetView> one(@PathVariable String hash) {
        var found = desks.one(hash);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found.view());
    }

    @Operation(
            operationId = "getRuleFiles",
            summary = "The files of a rule set",
            description = "Every table and saved case, as they are canonically written.")
    @GetMapping("/api/v1/rule-sets/{hash}/files")
    FilesView files(@PathVariable String hash) {
        return new FilesView(hash, library.files(hash).orElseThrow().files());
    }

    @Operation(
            operationId = "diffRuleSet",
            summary = "What a rule set changes",
            description = "Against its base, file by file and line by line.")
    @GetMapping("/api/v1/rule-sets/{hash}/diff")
    Diff diff(@PathVariable String hash) {
        var base = set(hash).base();
        var before = base == null ? RuleFiles.of(Map.of()) : library.files(base).orElseThrow();
        return Diff.of(base, hash, before, library.files(hash).orElseThrow());
    }

    @Operation(
            operationId = "listRuleSetChanges",
            summary = "Who did what to a rule set",
            description = "The oldest first.")
    @GetMapping("/api/v1/rule-sets/{hash}/changes")
    ChangesView changes(@PathVariable String hash) {
        return new ChangesView(hash, set(hash).changes());
    }

    private StoredSet set(String hash) {
        return desks.one(hash).set();
    }
}
