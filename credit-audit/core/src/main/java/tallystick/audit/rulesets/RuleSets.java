package tallystick.audit.rulesets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.AuditId;
import tallystick.kernel.Sha256;
import tallystick.rules.Policy;
import tallystick.rules.RuleKind;
import tallystick.rules.RuleSet;

/**
 * Which rule sets decide: one says whether, another one at what price. The one that is live decides, except a share of the cases that is given to a challenger; which
 * case goes where follows from its id, on every node the same. A new one is compiled before it decides, so publishing is one
 * change of a row.
 */
public final class RuleSets {
    private final JdbcClient database;
    private final Library library;
    private final Map<RuleKind, String> shipped;

    RuleSets(JdbcClient database, Library library, Map<RuleKind, String> shipped) {
        this.database = database;
        this.library = library;
        this.shipped = shipped;
    }

    private record InForce(String hash, String kind, String state, int share, boolean shadow) {
        boolean is(RuleKind wanted) {
            return kind.equals(wanted.text());
        }

        boolean isLive() {
            return state.equals("LIVE");
        }
    }

    /** The sets that decide a case. */
    public Policy deciding(AuditId audit) {
        var sets = inForce();
        return policy(
                compiled(deciding(audit, RuleKind.CREDIT, sets).orElse(shipped(RuleKind.CREDIT))),
                deciding(audit, RuleKind.PRICING, sets));
    }

    /** While no pricing set is live only what ships belongs together; any other set has its own prices, or none. */
    private Policy policy(RuleSet credit, Optional<String> pricing) {
        var own = credit.hash().equals(shipped(RuleKind.CREDIT))
                ? Optional.of(shipped(RuleKind.PRICING))
                : Optional.<String>empty();
        return new Policy(credit, pricing.or(() -> own).map(this::compiled).orElse(null));
    }

    /** The set that says which programmes are no place for a case; empty while none is live. */
    public Optional<RuleSet> routing(AuditId audit) {
        return deciding(audit, RuleKind.ROUTING, inForce()).map(this::compiled);
    }

    private static Optional<String> deciding(AuditId audit, RuleKind kind, List<InForce> sets) {
        var ofKind = sets.stream().filter(set -> set.is(kind)).toList();
        var place = new BigInteger(Sha256.hex(audit.value()).substring(0, 12), 16)
                .mod(BigInteger.valueOf(RuleDesk.WHOLE))
                .intValue();
        for (var set : ofKind) {
            place -= set.share;
            if (place < 0) {
                return Optional.of(set.hash);
            }
        }
        return ofKind.stream().filter(InForce::isLive).map(InForce::hash).findFirst();
    }

    /** The sets that judge every case beside those that decide it, each in the place of the live one of its kind. */
    public List<Trial> shadows() {
        return inForce().stream()
                .filter(InForce::shadow)
                .map(set -> trial(set.hash))
                .toList();
    }

    /**
     * A set on trial with those that would decide beside it.
     *
     * @param routing says where a case may go; null when the set is about something else
     */
    public record Trial(
            RuleSet set, Policy policy, @Nullable RuleSet routing) {}

    /** @throws java.util.NoSuchElementException when nobody ever kept the set */
    public Trial trial(String hash) {
        var set = compiled(hash);
        return switch (kind(hash)) {
            case CREDIT -> new Trial(set, policy(set, live(RuleKind.PRICING)), null);
            case PRICING -> new Trial(set, new Policy(credit(), set), null);
            case ROUTING -> new Trial(set, policy(credit(), live(RuleKind.PRICING)), set);
        };
    }

    private RuleSet credit() {
        return compiled(live(RuleKind.CREDIT).orElse(shipped(RuleKind.CREDIT)));
    }

    private Optional<String> live(RuleKind kind) {
        return inForce().stream()
                .filter(set -> set.is(kind) && set.isLive())
                .map(InForce::hash)
                .findFirst();
    }

    public RuleKind kind(String hash) {
        return library.kind(hash).orElseThrow();
    }

    /** The sets that decided a case; empty when one of them is gone. */
    public Optional<Policy> byHash(String ruleSet, @Nullable String pricing) {
        if (pricing == null) {
            return library.compiled(ruleSet).map(Policy::of);
        }
        return library.compiled(ruleSet)
                .flatMap(credit -> library.compiled(pricing).map(price -> new Policy(credit, price)));
    }

    /** The set that comes with the platform. */
    String shipped(RuleKind kind) {
        return Objects.requireNonNull(shipped.get(kind));
    }

    /** Compiles what decides, or is approved and may decide next. */
    void warmUp() {
        var wanted = new ArrayList<>(shipped.values());
        inForce().forEach(set -> wanted.add(set.hash));
        wanted.forEach(this::compiled);
    }

    private RuleSet compiled(String hash) {
        return library.compiled(hash)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the files of rule set %s; found none. Restore audit.rule_files.".formatted(hash)));
    }

    private List<InForce> inForce() {
        return database.sql("select hash, kind, state, share, shadow from audit.rule_desk_v1"
                        + " where state in ('LIVE', 'APPROVED') or share > 0 or shadow order by hash")
                .query(InForce.class)
                .list();
    }
}
