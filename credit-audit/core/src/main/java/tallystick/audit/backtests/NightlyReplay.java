package tallystick.audit.backtests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.audit.backtests.Recordings.Recording;
import tallystick.audit.decisions.Audit;
import tallystick.audit.decisions.Replays;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.decide.Things;

/** Runs a sample of the last week's decisions again, each with its own facts and rules; one that differs is an alarm. */
final class NightlyReplay implements CalendarJob.Task {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyReplay.class);
    private static final int SAMPLE = 1_000;
    private static final int DAYS = 7;

    private final Recordings recordings;
    private final Things things;
    private final Replays replays;
    private final InstantSource clock;

    NightlyReplay(Recordings recordings, Things things, Replays replays, InstantSource clock) {
        this.recordings = recordings;
        this.things = things;
        this.replays = replays;
        this.clock = clock;
    }

    @Override
    public void run() {
        replay();
    }

    /** How many came out otherwise. */
    long replay() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var week = new Period(today.minusDays(DAYS), today, null, null, null);
        var some = new Period(week.from(), week.to(), null, null, fraction(recordings.count(week)));
        var sample = recordings.page(some, null, SAMPLE);
        var differing = sample.stream().filter(this::differs).count();
        if (differing > 0) {
            LOG.error(
                    "Expected {} decisions to come out the same again; {} differ. Replay them one by one, and stop"
                            + " publishing rule sets until it is known why.",
                    sample.size(),
                    differing);
        }
        return differing;
    }

    /** So many of all that the sample is spread over the week. */
    static String fraction(long all) {
        return all <= SAMPLE
                ? "1"
                : BigDecimal.valueOf(SAMPLE)
                        .divide(BigDecimal.valueOf(all), 4, RoundingMode.UP)
                        .toPlainString();
    }

    private boolean differs(Recording recording) {
        var decided = things.find(Audit.class, recording.audit())
                .orElseThrow()
                .state()
                .decisions()
                .get(recording.nr() - 1);
        return replays.differences(decided).filter(found -> !found.isEmpty()).isPresent();
    }
}
