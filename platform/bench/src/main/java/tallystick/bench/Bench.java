package tallystick.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one measurement by name: {@code platform/bench/run commands rounds=5 seconds=5}. */
public final class Bench {
    private static final Map<String, Measurement> MEASUREMENTS = new LinkedHashMap<>();

    static {
        MEASUREMENTS.put("commands", new CommandRate());
        MEASUREMENTS.put("append", new AppendRate());
        MEASUREMENTS.put("latency", new Latency());
        MEASUREMENTS.put("streaming", new Streaming());
        MEASUREMENTS.put("wakeup", new WakeUp());
        MEASUREMENTS.put("rebuild", new Rebuilding());
        MEASUREMENTS.put("growth", new Growth());
        MEASUREMENTS.put("rules", new RuleRate());
        MEASUREMENTS.put("decisions", new DecisionRate());
        MEASUREMENTS.put("backtest", new BacktestRate());
        MEASUREMENTS.put("schedules", new ScheduleRate());
        MEASUREMENTS.put("statement", new StatementRate());
        MEASUREMENTS.put("originations", new Originations());
        MEASUREMENTS.put("counts", new OriginationCounts());
        MEASUREMENTS.put("day-close", new DayCloses());
        MEASUREMENTS.put("trial-balance", new TrialBalances());
        MEASUREMENTS.put("callbacks", new CallbackRate());
        MEASUREMENTS.put("iso", new FileRate());
        MEASUREMENTS.put("slow-bank", new SlowBank());
        MEASUREMENTS.put("reservations", new Reservations());
        MEASUREMENTS.put("parties", new PartyLookUps());
        MEASUREMENTS.put("startup", new StartUp());
    }

    private Bench() {}

    /** Exits with 2 when there is no such measurement, with 1 when it fails. */
    public static void main(String[] args) {
        var measurement = args.length == 0 ? null : MEASUREMENTS.get(args[0]);
        if (measurement == null) {
            System.err.printf("Expected one of %s; found %s.%n", MEASUREMENTS.keySet(), Arrays.toString(args));
            System.exit(2);
            return;
        }
        System.setProperty("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        try {
            var report = new Report(String.join(" ", args));
            measurement.run(Options.of(args), report);
            report.finish(Path.of("results"));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
