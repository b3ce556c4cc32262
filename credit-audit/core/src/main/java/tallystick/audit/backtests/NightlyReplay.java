package tallystick.audit.backtests;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.audit.backtests.Recordings.Recording;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.facts.Packed;
import tallystick.audit.rulesets.RuleSets;
import tallystick.rules.FactSheet;
import tallystick.runtime.calendar.CalendarJob;
import tallystick.runtime.sealing.Opened;
import tallystick.runtime.sealing.Sealing;

/** Runs a sample of the last week's decisions again, each with its own facts and rules; one that differs is an alarm. */
final class NightlyReplay implements CalendarJob.Task {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyReplay.class);
    private static final int SAMPLE = 1_000;
    private static final int DAYS = 7;

    private final Recordings recordings;
    private final RuleSets rules;
    private final Sealing sealing;
    private final InstantSource clock;

    NightlyReplay(Recordings recordings, RuleSets rules, Sealing sealing, InstantSource clock) {
        this.recordings = recordings;
        this.rules = rules;
        this.sealing = sealing;
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
        var sample = recordings.page(week, null, SAMPLE);
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

    private boolean differs(Recording recording) {
        return sealing.open(recording.facts(), "factSnapshot") instanceof Opened.Clear clear
                && rules.byHash(recording.ruleSet(), recording.pricingSet())
                        .map(set -> set.evaluate(FactSheet.of(Gatherer.strings(Packed.text(clear)))))
                        .filter(now -> now.verdict().name().equals(recording.outcome()))
                        .isEmpty();
    }
}
