package tallystick.audit.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Reason;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.kernel.Sha256;
import tallystick.rules.Evaluation;
import tallystick.rules.FactSheet;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;

/** Runs decisions again, each with its own facts and its own rules, and says what came out otherwise. */
public final class Replays {
    private final RuleSets rules;
    private final Sealing sealing;

    Replays(RuleSets rules, Sealing sealing) {
        this.rules = rules;
        this.sealing = sealing;
    }

    /** One thing that is not as it was. */
    public record Difference(String what, String then, String now) {}

    /** Empty where the facts are erased, and nothing can be compared. */
    public Optional<List<Difference>> differences(AuditDecided then) {
        return switch (sealing.open(then.snapshot(), "factSnapshot")) {
            case Opened.Erased _ -> Optional.empty();
            case Opened.Clear clear -> Optional.of(compared(then, Packed.text(clear)));
        };
    }

    private List<Difference> compared(AuditDecided then, String snapshot) {
        var differences = new ArrayList<Difference>();
        differ("facts", then.factsHash(), Sha256.hex(snapshot), differences);
        rules.byHash(then.ruleSet(), then.pricingSet())
                .map(set -> set.evaluate(FactSheet.of(Gatherer.strings(snapshot))))
                .ifPresentOrElse(
                        now -> compare(then, now, differences),
                        () -> differences.add(new Difference("ruleSet", then.ruleSet(), "not there")));
        return differences;
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
}
