package tallystick.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.FundingLineCommand.ApproveLine;
import tallystick.application.api.FundingLineCommand.ProposeLine;
import tallystick.application.api.FundingLineCommand.Reserve;
import tallystick.application.lines.LineDoor;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Ids;
import tallystick.kernel.Money;
import tallystick.kernel.ProgrammeId;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;

/**
 * Reservations on one funding line: how many a second, and whether 10,000 who come at once to a line that fits 1,000 leave
 * with exactly 1,000. The run fails when they do not.
 */
final class Reservations implements Measurement {
    private static final Money EACH = Money.of("CNY", "100.00");

    private final AtomicInteger applications = new AtomicInteger();

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var platform = WholePlatform.start("reservations")) {
            for (var round = 0; round < options.number("rounds", 5); round++) {
                rush(platform, options.number("rush", 10_000), options.number("fits", 1_000), round, report);
                steady(platform, options, round, report);
            }
        }
    }

    private static FundingLineId line(WholePlatform platform, String name, int fits) {
        var commands = platform.bean(Commands.class);
        var line = FundingLineId.named(name);
        var limit = Money.of("CNY", fits + "00.00");
        var now = Instant.now();
        var programme = ProgrammeId.named("bench");
        commands.send(
                new ProposeLine(
                        line, new BankId("sandbox"), programme, limit, Duration.ofMinutes(30), "one", now, null),
                Origin.of("one"));
        commands.send(new ApproveLine(line, "other", now), Origin.of("other"));
        return line;
    }

    /** True when there was room. */
    private boolean reserves(LineDoor door, FundingLineId line) {
        var application = new ApplicationId(Ids.derived(ApplicationId.KIND, "" + applications.incrementAndGet()));
        return door.reserve(new Reserve(line, application, 1, EACH, Instant.now()))
                .isEmpty();
    }

    private void rush(WholePlatform platform, int callers, int fits, int round, Report report) throws Exception {
        var line = line(platform, "rush-" + round, fits);
        var door = platform.bean(LineDoor.class);
        var got = 0;
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> caller = () -> reserves(door, line);
            for (var answer : threads.invokeAll(Collections.nCopies(callers, caller))) {
                got += answer.get() ? 1 : 0;
            }
        }
        var events = JdbcClient.create(platform.bean(javax.sql.DataSource.class))
                .sql("select count(*) from store.events where id = ? and name = 'application.LineReserved'")
                .param(line.value())
                .query(Integer.class)
                .single();
        if (got != fits || events != fits) {
            throw new IllegalStateException(
                    "Expected %d reservations; callers were told %d, events say %d.".formatted(fits, got, events));
        }
        report.add(
                "answers a second to %d at once, %d fit".formatted(callers, fits),
                "/s",
                callers * 1e9 / (System.nanoTime() - start));
    }

    private void steady(WholePlatform platform, Options options, int round, Report report) throws Exception {
        var line = line(platform, "steady-" + round, 100_000_000);
        var door = platform.bean(LineDoor.class);
        for (int callers : options.numbers("callers", "1,64,512")) {
            var rate = Load.perSecond(callers, options.seconds(4), () -> reserves(door, line));
            report.add("reservations on one line, %d callers".formatted(callers), "/s", rate);
        }
    }
}
