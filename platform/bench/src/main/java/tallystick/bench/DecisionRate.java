package tallystick.bench;

import java.util.concurrent.Executors;

/**
 * Decisions a second that can be replayed: facts gathered from the own books and the simulated sources, the shipped policy
 * run, facts and evidence sealed, everything committed to a durable database. Read models and sagas stand still meanwhile.
 */
final class DecisionRate implements Measurement {
    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform = WholePlatform.start(
                        "decisions",
                        "--tallystick.processing.enabled=false",
                        "--tallystick.audit.sources.bureau.provider=simulated");
                var pool = Executors.newFixedThreadPool(options.number("threads", 8))) {
            var deciding = Deciding.on(platform, pool);
            var many = options.number("decisions", 8_000);
            for (var round = 1; round <= options.number("warmup", 4); round++) {
                deciding.rate(deciding.open("warm" + round, many));
            }
            for (var round = 1; round <= options.number("rounds", 5); round++) {
                var spent = Spent.sofar(platform.database());
                report.add("recorded decisions", "/s", deciding.rate(deciding.open(Integer.toString(round), many)));
                spent.since()
                        .forEach((who, millis) -> report.add(
                                "processor time of a case opened and decided, " + who, "us", millis * 1e3 / many));
            }
        }
    }
}
