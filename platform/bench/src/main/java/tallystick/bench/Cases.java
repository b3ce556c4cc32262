package tallystick.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tallystick.rules.Csv;
import tallystick.rules.RuleFiles;

/** Fact sheets that differ, made from a base of the shipped policy's saved cases. */
final class Cases {
    private Cases() {}

    /** @param base such as {@code cash-record}: a cash loan with a credit record */
    static List<Map<String, String>> like(String base, int many) {
        var facts = new TreeMap<String, String>();
        String.valueOf(RuleFiles.fromClassPath("policies").files().get("cases/bases.csv"))
                .lines()
                .map(Csv::cells)
                .filter(cells -> cells.getFirst().equals(base))
                .forEach(cells -> facts.put(cells.get(1), cells.get(2)));
        return IntStream.range(0, many).mapToObj(nr -> varied(facts, nr)).toList();
    }

    private static Map<String, String> varied(Map<String, String> facts, int nr) {
        var all = new TreeMap<>(facts);
        all.put("applicant.age", Integer.toString(18 + nr % 45));
        all.put("applicant.ageAtMaturity", Integer.toString(19 + nr % 45));
        all.put("income.monthly", Integer.toString(3000 + nr % 1000 * 20));
        all.put("amount", Integer.toString(1000 + nr % 1000 * 60));
        all.put("count", Integer.toString(3 + nr % 33));
        all.put("dti", "0." + (10 + nr % 60));
        all.put("bureau.inquiries3m", Integer.toString(nr % 9));
        all.put("bureau.dpd30Count24m", Integer.toString(nr % 17 == 0 ? 2 : 0));
        return all;
    }
}
