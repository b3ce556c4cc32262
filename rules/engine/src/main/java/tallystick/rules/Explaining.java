package tallystick.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tallystick.rules.guarded.GuardedRule;
import tallystick.rules.guarded.Said;

/** Says for a row that held what it says, where it stands, what it looked at, and how far that was from passing. */
final class Explaining {
    private static final String NO_PRICE = "PRC-NONE";
    static final String STOPPED = "RUL-STOPPED";

    private static final int AFTER_ALL_FINDINGS = 900;

    private final String priceFile;

    Explaining(List<Table> tables) {
        this.priceFile = tables.stream()
                .filter(table -> table.stage() == Stage.PRICE)
                .map(Table::file)
                .findFirst()
                .orElse("price.csv");
    }

    RuleFinding finding(Inquiry.Found row, FactSheet sheet) {
        var line = row.line();
        return new RuleFinding(
                line.get("code"),
                RuleFinding.Severity.valueOf(line.get("severity")),
                Integer.parseInt(line.get("rank")),
                line.get("text"),
                line.get("bureau").equals("yes"),
                row.table().name(),
                row.table().file(),
                line.number(),
                used(line, sheet),
                distance(line, sheet),
                line.get(Stage.SMALLER_HELPS).equals("yes"),
                0);
    }

    /** A row of the score card decides nothing by itself; it explains the score. */
    RuleFinding points(Inquiry.Found row, FactSheet sheet, int lost) {
        var line = row.line();
        return new RuleFinding(
                line.get("code"),
                RuleFinding.Severity.INFO,
                AFTER_ALL_FINDINGS,
                line.get("text"),
                line.conditions().stream()
                        .anyMatch(condition -> condition.fact().startsWith("bureau.")),
                row.table().name(),
                row.table().file(),
                line.number(),
                used(line, sheet),
                distance(line, sheet),
                false,
                lost);
    }

    /** Without a price there is nothing to offer: a person decides, and is told why even when no table says it. */
    RuleFinding withoutPrice(FactSheet sheet) {
        return new RuleFinding(
                NO_PRICE,
                RuleFinding.Severity.REFER,
                99,
                "We have no price for this amount and term",
                false,
                "price",
                priceFile,
                1,
                sheet.facts(),
                null,
                false,
                0);
    }

    static RuleFinding guarded(Said said, GuardedRule rule, FactSheet sheet) {
        var used = new TreeMap<String, String>();
        rule.facts().stream().filter(sheet::known).forEach(fact -> used.put(fact, String.valueOf(sheet.text(fact))));
        return new RuleFinding(
                said.code(),
                RuleFinding.Severity.valueOf(said.weight().name()),
                said.rank(),
                said.text(),
                used.keySet().stream().anyMatch(fact -> fact.startsWith("bureau.")),
                rule.name(),
                rule.file(),
                rule.line(),
                used,
                null,
                false,
                0);
    }

    /** Rules that do not come to rest have said nothing that counts: a person decides. */
    static RuleFinding stopped(GuardedRule first) {
        return new RuleFinding(
                STOPPED,
                RuleFinding.Severity.REFER,
                98,
                "We need more time to look at your application",
                false,
                first.name(),
                first.file(),
                first.line(),
                Map.of(),
                null,
                false,
                0);
    }

    private static Map<String, String> used(Table.Line line, FactSheet sheet) {
        var used = new TreeMap<String, String>();
        line.conditions().forEach(condition -> {
            var found = sheet.text(condition.fact());
            if (found != null) {
                used.put(condition.fact(), found);
            }
        });
        return used;
    }

    private static RuleFinding.@Nullable Distance distance(Table.Line line, FactSheet sheet) {
        return line.conditions().stream()
                .filter(condition -> condition.operator().isNumeric() && sheet.known(condition.fact()))
                .findFirst()
                .map(condition -> new RuleFinding.Distance(
                        condition.fact(), condition.value(), String.valueOf(sheet.text(condition.fact()))))
                .orElse(null);
    }
}
