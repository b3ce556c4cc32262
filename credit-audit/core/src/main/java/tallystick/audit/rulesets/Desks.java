package tallystick.audit.rulesets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.RuleDeskId;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Things;

/** Finds the desk where a set is worked on: there is one of each kind. */
record Desks(Things things, Library library) {
    /** A set at its desk, whose version is what changes name. */
    record Found(RuleKind kind, long version, RuleDesk desk, StoredSet set) {
        RuleDeskId id() {
            return RuleDeskId.of(kind.text());
        }

        RuleSetView view() {
            return RuleSetView.of(kind.text(), set, version);
        }
    }

    Optional<Found> find(String hash) {
        return hash.matches("[0-9a-f]{64}") ? library.kind(hash).flatMap(kind -> find(kind, hash)) : Optional.empty();
    }

    Optional<Found> find(RuleKind kind, String hash) {
        return things.find(RuleDesk.class, RuleDeskId.of(kind.text()).value())
                .flatMap(found ->
                        found.state().set(hash).map(set -> new Found(kind, found.version(), found.state(), set)));
    }

    /** Every set of every kind, by its hash. */
    Map<String, Found> all() {
        var all = new HashMap<String, Found>();
        for (var kind : RuleKind.values()) {
            things.find(RuleDesk.class, RuleDeskId.of(kind.text()).value())
                    .ifPresent(found -> found.state()
                            .sets()
                            .forEach((hash, set) ->
                                    all.put(hash, new Found(kind, found.version(), found.state(), set))));
        }
        return all;
    }

    Found one(String hash) {
        return find(hash).orElseThrow();
    }

    /** The sets of a kind that decide a share of the cases. */
    Stream<String> sharing(RuleKind kind) {
        return things.find(RuleDesk.class, RuleDeskId.of(kind.text()).value()).stream()
                .flatMap(found -> found.state().sets().values().stream())
                .filter(set -> set.share() > 0)
                .map(StoredSet::hash)
                .sorted();
    }

    /** The hash of the live set of a kind; null while there is none. */
    @Nullable
    String live(RuleKind kind) {
        return things.find(RuleDesk.class, RuleDeskId.of(kind.text()).value())
                .map(found -> found.state().live())
                .orElse(null);
    }
}
