package tallystick.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tallystick.rules.FactSheet;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleSet;

/** Whole evaluations of the shipped credit policy a second, by one thread, over cases that differ. */
final class RuleRate implements Measurement {
    @Override
    public void run(Options options, Report report) {
        try (var rules = RuleSet.compile(RuleFiles.fromClassPath("policies"))) {
            var cases = IntStream.range(0, 1000).mapToObj(RuleRate::sheet).toList();
            evaluated(rules, cases, options);
            for (int round = 0; round < options.number("rounds", 5); round++) {
                report.add("evaluations by one thread", "/s", evaluated(rules, cases, options));
            }
        }
    }

    private static double evaluated(RuleSet rules, List<FactSheet> cases, Options options) {
        long start = System.nanoTime();
        long end = start + options.seconds(5).toNanos();
        long done = 0;
        while (System.nanoTime() < end) {
            cases.forEach(rules::evaluate);
            done += cases.size();
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static FactSheet sheet(int nr) {
        var facts = new TreeMap<>(Map.of(
                "applicant.age", Integer.toString(18 + nr % 45),
                "applicant.ageAtMaturity", Integer.toString(19 + nr % 45),
                "income.monthly", Integer.toString(3000 + nr * 20),
                "amount", Integer.toString(1000 + nr * 60),
                "count", Integer.toString(3 + nr % 33),
                "purpose", "HOME",
                "dti", "0." + (10 + nr % 60),
                "own.openApplications", "0",
                "gap.bureau", "NOT_CONNECTED"));
        List.of("CREDIT_BUREAU", "BANK_SHARING", "AUTOMATED_DECISION")
                .forEach(purpose -> facts.put("consent." + purpose, "1"));
        return FactSheet.of(facts);
    }
}
