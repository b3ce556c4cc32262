package tallystick.loan.closing;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.BusinessDayCommand.FinishDayClose;
import tallystick.loan.api.BusinessDayCommand.PostAccruals;
import tallystick.loan.api.BusinessDayCommand.StartDayClose;
import tallystick.loan.api.BusinessDayId;
import tallystick.loan.api.DayCounts;
import tallystick.loan.closing.CloseTable.Close;
import tallystick.loan.closing.PartTable.Part;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.DayWork;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.operations.Work;
import tallystick.runtime.operations.WorkType;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.web.json.WebJson;

/**
 * Closes a day, and those before it that were missed. Every step may be done again: the loans know what the day did to them,
 * parts remember how far they are, amounts are fixed once. So a close that was killed goes on where it was, on any node, and
 * ends as one that ran through.
 */
final class DayClose implements WorkType {
    static final String TYPE = "DAY_CLOSE";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 20;

    private final Commands commands;
    private final Progress readModels;
    private final BusinessDays days;
    private final CloseTable closes;
    private final PartTable parts;
    private final Counting counting;
    private final Accruals accruals;
    private final DayWork work;
    private final Crew crew;
    private final ClosingSettings settings;
    private final InstantSource clock;

    DayClose(
            Commands commands,
            Progress readModels,
            BusinessDays days,
            CloseTable closes,
            PartTable parts,
            Counting counting,
            Accruals accruals,
            DayWork work,
            Crew crew,
            ClosingSettings settings,
            InstantSource clock) {
        this.commands = commands;
        this.readModels = readModels;
        this.days = days;
        this.closes = closes;
        this.parts = parts;
        this.counting = counting;
        this.accruals = accruals;
        this.work = work;
        this.crew = crew;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was asked for. */
    record Ask(String jurisdiction, LocalDate date, boolean dryRun) {
        String json() {
            return WebJson.get().writeValueAsString(this);
        }

        Close close() {
            return new Close(jurisdiction, date, dryRun);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String run(Work run) throws InterruptedException {
        var ask = WebJson.get().readValue(run.input(), Ask.class);
        if (ask.dryRun()) {
            look(ask.close(), run);
        } else {
            for (var day = first(ask); !day.isAfter(ask.date()); day = day.plusDays(1)) {
                close(new Close(ask.jurisdiction(), day, false), run);
            }
        }
        return CloseController.path(ask.close());
    }

    private LocalDate first(Ask ask) {
        var running = days.running(ask.jurisdiction());
        var last = days.lastClosed(ask.jurisdiction());
        return running != null ? running : last == null ? ask.date() : last.plusDays(1);
    }

    private void close(Close close, Work run) throws InterruptedException {
        var through = false;
        try {
            start(close, run);
            loans(close, run);
            finish(close, run, earn(close, run));
            through = true;
        } finally {
            if (!through) {
                closes.stop(close, "STOPPED");
            }
        }
    }

    /** From here on money is booked on the next day; what was booked before is in the index before it is read. */
    private void start(Close close, Work run) {
        await(
                commands.send(
                        new StartDayClose(
                                BusinessDayId.of(close.jurisdiction()),
                                close.jurisdiction(),
                                close.date(),
                                run.by(),
                                clock.instant()),
                        Origin.of(run.by())),
                run);
        closes.begin(close, clock.instant());
        parts.open(close);
    }

    private void await(Decided<?> decided, Work run) {
        do {
            run.report(0, 0, "");
        } while (!readModels.caughtUp("loan", decided.id(), decided.version(), LOOK));
    }

    private void loans(Close close, Work run) throws InterruptedException {
        if (!parts.troubles(close).isEmpty()) {
            parts.tryAgain(close);
        }
        crew.wake();
        while (!parts.allFinished(close)) {
            closes.find(close).ifPresent(now -> run.report(now.done(), now.total(), close.id()));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        var troubles = parts.troubles(close);
        if (!troubles.isEmpty()) {
            closes.stop(close, "FAILED");
            throw blocked(close, troubles);
        }
    }

    private static Refused blocked(Close close, List<DayWork.Trouble> troubles) {
        return Refusal.of(
                        "close-blocked",
                        "Some loans could not be done",
                        "Expected %s to do every loan; %d could not be done, the first is %s: %s Look at them, then close again."
                                .formatted(
                                        close.id(),
                                        troubles.size(),
                                        troubles.getFirst().loan(),
                                        troubles.getFirst().why()))
                .asException();
    }

    /** Its event is also what counting waits for: all that the loans did stands before it. */
    private long earn(Close close, Work run) {
        var interest = accruals.fix(close.jurisdiction(), close.date());
        await(
                commands.sendAndWait(new PostAccruals(
                        BusinessDayId.of(close.jurisdiction()), close.date(), interest, clock.instant())),
                run);
        closes.accrued(close);
        return 2L * interest.size();
    }

    private void finish(Close close, Work run, long postings) {
        var counts = counting.of(close, postings);
        await(
                commands.sendAndWait(new FinishDayClose(
                        BusinessDayId.of(close.jurisdiction()), close.date(), counts, clock.instant())),
                run);
        closes.end(close, CloseTable.SUCCEEDED, closes.find(close).orElseThrow().done(), counts, clock.instant());
    }

    /** What it would do, by the same decisions, without an event. */
    private void look(Close close, Work run) {
        closes.begin(close, clock.instant());
        var counts = new ArrayList<DayCounts>();
        var done = 0L;
        for (var part = 0; part < AgendaTable.PARTS; part++) {
            var at = new Part(close.jurisdiction(), close.date(), part, "", 1);
            for (var page = parts.next(at, settings.page()); !page.isEmpty(); page = parts.next(at, settings.page())) {
                var dues = page.stream().filter(PartTable.Next::due).count();
                counts.add(new DayCounts(dues, 0, 0, 0, 0, 0));
                counts.add(work.look(page.stream().map(PartTable.Next::loan).toList(), close.date()));
                done += page.size();
                at = at.behind(page.getLast().loan());
                run.report(done, Math.max(done, closes.waiting(close)), "");
            }
        }
        var all = counts.stream().reduce(DayCounts.NONE, DayCounts::plus);
        closes.end(close, CloseTable.SUCCEEDED, done, all, clock.instant());
    }
}
