package tallystick.audit.backtests;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.api.BacktestSummary;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.RecordBacktest;
import tallystick.audit.backtests.Recordings.Recording;
import tallystick.audit.decisions.Judging;
import tallystick.audit.decisions.LiveDecisions;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.rules.FactSheet;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.operations.Work;
import tallystick.runtime.operations.WorkType;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.json.WebJson;

/**
 * Judges the recorded cases of a period by a rule set that is not live, on all processors while nothing else is decided, and on
 * one part in five while live cases are. Nothing is written before the end, so a run that broke off begins anew.
 */
final class Backtest implements WorkType {
    static final String TYPE = "BACKTEST";
    private static final int PAGE = 2_000;

    /** Cases after which a thread looks whether live ones wait. */
    private static final int PIECE = 20;

    private final Recordings recordings;
    private final RuleSets rules;
    private final Sealing sealing;
    private final Commands commands;
    private final JdbcClient database;
    private final InstantSource clock;
    private final LiveDecisions live;

    Backtest(
            Recordings recordings,
            RuleSets rules,
            Sealing sealing,
            Commands commands,
            JdbcClient database,
            InstantSource clock,
            LiveDecisions live) {
        this.live = live;
        this.recordings = recordings;
        this.rules = rules;
        this.sealing = sealing;
        this.commands = commands;
        this.database = database;
        this.clock = clock;
    }

    /** What the operation is started with. */
    record Input(String id, String ruleSet, Period period) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(Work work) throws InterruptedException, ExecutionException {
        var input = WebJson.get().readValue(work.input(), Input.class);
        var set = rules.trial(input.ruleSet());
        var threads = Runtime.getRuntime().availableProcessors();
        try (var pool = Executors.newFixedThreadPool(threads + 1)) {
            var tally = judged(work, input.period(), set, pool, threads);
            keep(input, tally);
        }
        return "/api/v1/rule-sets/%s/backtests/%s".formatted(input.ruleSet(), input.id());
    }

    private Tally judged(Work work, Period period, RuleSets.Trial set, ExecutorService pool, int threads)
            throws InterruptedException, ExecutionException {
        var all = new Tally();
        set.set().rows().forEach(all::unseen);
        var total = recordings.count(period);
        var done = 0L;
        var page = recordings.page(period, null, PAGE);
        while (!page.isEmpty()) {
            var last = page.getLast();
            var next = pool.submit(() -> recordings.page(period, last, PAGE));
            for (var part : pool.invokeAll(parts(page, set, threads))) {
                all.add(part.get());
            }
            done += page.size();
            work.report(done, Math.max(total, done), "");
            page = next.get();
        }
        return all;
    }

    private List<java.util.concurrent.Callable<Tally>> parts(List<Recording> page, RuleSets.Trial set, int threads) {
        return IntStream.range(0, threads)
                .<java.util.concurrent.Callable<Tally>>mapToObj(part -> () -> {
                    var tally = new Tally();
                    var worked = System.nanoTime();
                    for (var n = part; n < page.size(); n += threads) {
                        judge(page.get(n), set, tally);
                        if (n / threads % PIECE == PIECE - 1) {
                            live.giveWay(Duration.ofNanos(System.nanoTime() - worked));
                            worked = System.nanoTime();
                        }
                    }
                    return tally;
                })
                .toList();
    }

    private void judge(Recording recording, RuleSets.Trial set, Tally tally) {
        switch (sealing.open(recording.facts(), "factSnapshot")) {
            case Opened.Clear clear -> judge(recording, Gatherer.strings(Packed.text(clear)), set, tally);
            case Opened.Erased _ -> tally.erased();
        }
    }

    /** A routing set changes no outcome: what it skips is counted by rows. */
    private static void judge(Recording recording, Map<String, String> facts, RuleSets.Trial set, Tally tally) {
        var judged = Judging.anew(set.policy(), facts, tally);
        tally.add(recording, judged);
        if (set.routing() != null) {
            set.routing().skipped(FactSheet.of(judged.over(facts)), tally);
        }
    }

    private void keep(Input input, Tally tally) {
        var report = WebJson.get().writeValueAsString(tally.report(input.id(), input.ruleSet(), input.period()));
        database.sql("insert into audit.backtests (id, rule_set, report) values (?, ?, ?)"
                        + " on conflict (id) do update set report = excluded.report")
                .params(input.id(), input.ruleSet(), report)
                .update();
        var approved = tally.approved();
        commands.sendAndWait(new RecordBacktest(
                RuleDeskId.of(rules.kind(input.ruleSet()).text()),
                input.ruleSet(),
                new BacktestSummary(
                        input.id(),
                        input.period().from(),
                        input.period().to(),
                        tally.judged(),
                        tally.flips(),
                        approved.then(),
                        approved.now()),
                clock.instant()));
    }
}
