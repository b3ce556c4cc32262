package tallystick.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import tallystick.rules.FactSheet;
import tallystick.rules.Languages;
import tallystick.rules.Policy;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.rules.RuleSet;

/** Whole evaluations of the shipped policy, credit and price, a second of one processor, over cases that differ. */
final class RuleRate implements Measurement {
    private static final int CASES = 1000;

    @Override
    public void run(Options options, Report report) {
        var files = RuleFiles.fromClassPath("policies");
        try (var credit = RuleSet.compile(files.about(RuleKind.CREDIT));
                var pricing = RuleSet.compile(files.about(RuleKind.PRICING), RuleKind.PRICING, Languages.TABLES)) {
            var rules = new Policy(credit, pricing);
            for (var base : List.of("cash", "cash-record", "car")) {
                var cases = Cases.like(base, CASES).stream().map(FactSheet::of).toList();
                evaluated(rules, cases, options);
                for (int round = 0; round < options.number("rounds", 5); round++) {
                    report.add(
                            "evaluations a second of one processor, " + base, "/s", evaluated(rules, cases, options));
                }
                report.add("p99 of one evaluation, " + base, "us", slowest(rules, cases));
            }
        }
    }

    /** By the time the processor gave, so that other work on the machine does not count. */
    private static double evaluated(Policy rules, List<FactSheet> cases, Options options) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long end = System.nanoTime() + options.seconds(5).toNanos();
        long done = 0;
        while (System.nanoTime() < end) {
            cases.forEach(rules::evaluate);
            done += cases.size();
        }
        return done * 1e9 / (threads.getCurrentThreadCpuTime() - start);
    }

    private static double slowest(Policy rules, List<FactSheet> cases) {
        var took = new long[cases.size() * 20];
        for (var n = 0; n < took.length; n++) {
            var start = System.nanoTime();
            rules.evaluate(cases.get(n % cases.size()));
            took[n] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        return took[took.length * 99 / 100] / 1e3;
    }
}
