package tallystick.bench;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whole originations a second: over HTTP, from draft to a loan that the sandbox bank has paid out, on a durable embedded
 * database, everything in one process; each round beside one of stock Axon's commands. Then, at half of that, how long each
 * call takes that waits for nothing.
 */
final class Originations implements Measurement {
    @Override
    public void run(Options options, Report report) throws Exception {
        var callers = options.number("callers", 32);
        var warmUp = options.number("warmup", 120);
        var rounds = options.number("rounds", 5);
        report.condition("callers", "" + callers);
        report.condition("seconds of warm-up", "" + warmUp);
        try (var platform = WholePlatform.start("originations");
                var server = Server.fresh(32);
                var stock = Stock.on(server)) {
            var commands = new Work();
            CommandRate.warmUp(stock, commands);
            var officer = new LoanOfficer(platform.address());
            Load.perSecond(callers, Duration.ofSeconds(warmUp), officer::funds);
            officer.calls();
            var sum = 0.0;
            for (var round = 0; round < rounds; round++) {
                var rate = full(platform, officer, callers, options.seconds(20), report);
                var commandRate = CommandRate.updates(stock, commands, callers, options.seconds(20));
                report.add("originations", "/s", rate);
                report.add("commands of stock Axon", "/s", commandRate);
                report.add("commands of stock Axon in the time of one origination", "", commandRate / rate);
                sum += rate;
            }
            half(officer, sum / rounds / 2, callers, options.seconds(20), report);
        }
    }

    private static double full(
            WholePlatform platform, LoanOfficer officer, int callers, Duration duration, Report report)
            throws Exception {
        var spent = Spent.sofar(platform.database());
        var originations = new LongAdder();
        var rate = Load.perSecond(callers, duration, () -> {
            officer.funds();
            originations.increment();
        });
        spent.since()
                .forEach((who, millis) -> report.add(
                        "processor time of an origination, " + who, "ms", millis / originations.doubleValue()));
        officer.calls().forEach((call, times) -> report.add("full load, p99 of " + call, "ms", times.millis(99)));
        return rate;
    }

    private static void half(LoanOfficer officer, double rate, int callers, Duration duration, Report report)
            throws InterruptedException {
        report.add("originations begun a second at half load", "/s", rate);
        Schedule.at(rate, callers, duration, officer::funds);
        officer.calls().forEach((call, times) -> report.add("half load, p99 of " + call, "ms", times.millis(99)));
    }
}
