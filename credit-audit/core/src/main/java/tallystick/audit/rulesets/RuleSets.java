package tallystick.audit.rulesets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.AuditId;
import tallystick.kernel.Sha256;
import tallystick.rules.RuleSet;

/**
 * Which rule set decides. The one that is live decides, except a share of the cases that is given to a challenger; which
 * case goes where follows from its id, on every node the same. A new one is compiled before it decides, so publishing is one
 * change of a row.
 */
public final class RuleSets {
    /** The one kind there is so far. */
    public static final String CREDIT = "credit";

    private final JdbcClient database;
    private final Library library;
    private final String shipped;

    RuleSets(JdbcClient database, Library library, String shipped) {
        this.database = database;
        this.library = library;
        this.shipped = shipped;
    }

    private record InForce(String hash, String state, int share, boolean shadow) {}

    /** The set that decides a case. */
    public RuleSet deciding(AuditId audit) {
        var sets = inForce();
        var place = new BigInteger(Sha256.hex(audit.value()).substring(0, 12), 16)
                .mod(BigInteger.valueOf(RuleDesk.WHOLE))
                .intValue();
        for (var set : sets) {
            place -= set.share;
            if (place < 0) {
                return compiled(set.hash);
            }
        }
        return compiled(sets.stream()
                .filter(set -> set.state.equals("LIVE"))
                .map(InForce::hash)
                .findFirst()
                .orElse(shipped));
    }

    /** The sets that judge every case beside the one that decides it. */
    public List<RuleSet> shadows() {
        return inForce().stream()
                .filter(InForce::shadow)
                .map(set -> compiled(set.hash))
                .toList();
    }

    /** A set that has decided or may decide. */
    public Optional<RuleSet> byHash(String hash) {
        return library.compiled(hash);
    }

    String shipped() {
        return shipped;
    }

    /** Compiles what decides, or is approved and may decide next. */
    void warmUp() {
        var wanted = new ArrayList<String>();
        wanted.add(shipped);
        inForce().forEach(set -> wanted.add(set.hash));
        wanted.forEach(this::compiled);
    }

    private RuleSet compiled(String hash) {
        return library.compiled(hash)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the files of rule set %s; found none. Restore audit.rule_files.".formatted(hash)));
    }

    private List<InForce> inForce() {
        return database.sql("select hash, state, share, shadow from audit.rule_desk_v1"
                        + " where kind = ? and (state in ('LIVE', 'APPROVED') or share > 0 or shadow) order by hash")
                .param(CREDIT)
                .query(InForce.class)
                .list();
    }
}
