package tallystick.audit.rulesets;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Rule sets over HTTP. */
@RestController
@Readers
@Tag(name = "Rule sets", description = "Credit policy as files; a set is named by the hash of its content.")
class RuleSetsController {
    private final RuleSets sets;

    RuleSetsController(RuleSets sets) {
        this.sets = sets;
    }

    /** Who checked, tested and approved it: nobody yet, since the shipped set is checked by the build. */
    record RuleSetView(
            String hash,
            String kind,
            String state,
            String author,
            @Nullable String comment,
            @Nullable String base,
            boolean shadow,
            String share,
            @Nullable String checks,
            @Nullable String backtest,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable Instant liveSince,
            long version) {}

    private RuleSetView view(RuleSets.Stored stored) {
        return new RuleSetView(
                stored.hash(),
                stored.kind(),
                sets.isLive(stored.hash()) ? "LIVE" : "RETIRED",
                "shipped",
                null,
                null,
                false,
                "0",
                null,
                null,
                null,
                null,
                stored.liveSince(),
                1);
    }

    @Operation(
            operationId = "listRuleSets",
            summary = "Rule sets",
            description = "Every set that decides or has decided. The live one of a kind: state=LIVE and kind=credit.")
    @GetMapping("/api/v1/rule-sets")
    @Filters({"state", "kind"})
    ResponseEntity<Page<RuleSetView>> list(Listing listing) {
        List<RuleSetView> found = sets.all().stream()
                .map(this::view)
                .filter(set -> listing.filter("state").map(set.state()::equals).orElse(true))
                .filter(set -> listing.filter("kind").map(set.kind()::equals).orElse(true))
                .toList();
        return listing.answer(found, set -> List.of(set.hash()), set -> set);
    }

    @Operation(operationId = "getRuleSet", summary = "One rule set", description = "By the hash of its content.")
    @GetMapping("/api/v1/rule-sets/{hash}")
    RuleSetView one(@PathVariable String hash) {
        return sets.all().stream()
                .filter(stored -> stored.hash().equals(hash))
                .findFirst()
                .map(this::view)
                .orElseThrow();
    }
}
