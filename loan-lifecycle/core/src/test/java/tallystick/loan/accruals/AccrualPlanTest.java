package tallystick.loan.accruals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tallystick.loan.accruals.AccrualPlan.Span;

/** What is earned day by day adds up to what is earned, however often plans change on the way. */
class AccrualPlanTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    @Test
    void theLastDayTakesTheRest() {
        var plan = new AccrualPlan(List.of(new Span(START, START.plusDays(3), 100)));
        assertThat(plan.through(START.minusDays(1))).isZero();
        assertThat(plan.through(START)).isEqualTo(33);
        assertThat(plan.through(START.plusDays(1))).isEqualTo(66);
        assertThat(plan.through(START.plusDays(2))).isEqualTo(100);
        assertThat(plan.through(START.plusDays(9))).isEqualTo(100);
        assertThat(plan.changesAfter(START.minusDays(1)))
                .containsEntry(START, 33L)
                .containsEntry(START.plusDays(2), 1L)
                .containsEntry(START.plusDays(3), -34L);
    }

    @Test
    void itPrintsAndReadsItself() {
        var plan = new AccrualPlan(List.of(Span.on(START, 5), new Span(START, START.plusDays(31), -7)));
        assertThat(AccrualPlan.parse(plan.toString())).isEqualTo(plan);
        assertThat(AccrualPlan.parse(AccrualPlan.NOTHING.toString())).isEqualTo(AccrualPlan.NOTHING);
    }

    /** The running sum of the changes after any day, begun with what was earned by then, is what is earned on every later day. */
    @Test
    void changesRunUpToWhatIsEarned() {
        var seed = Long.getLong("tallystick.seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var plan = plan(random);
            var posted = START.plusDays(random.nextInt(90) - 10);
            var earned = plan.through(posted);
            var daily = 0L;
            var changes = plan.changesAfter(posted);
            for (var day = posted.plusDays(1); day.isBefore(START.plusDays(140)); day = day.plusDays(1)) {
                daily += changes.getOrDefault(day, 0L);
                earned += daily;
                assertThat(earned).as("%s on %s, seed %d", plan, day, seed).isEqualTo(plan.through(day));
            }
            assertThat(new TreeMap<>(changes)
                            .values().stream().mapToLong(Long::longValue).sum())
                    .as("in the end nothing is earned any more, seed %d", seed)
                    .isZero();
        }
    }

    private static AccrualPlan plan(Random random) {
        var spans = new ArrayList<Span>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            var from = START.plusDays(random.nextInt(60));
            spans.add(new Span(from, from.plusDays(1 + random.nextInt(40)), random.nextInt(20_000)));
        }
        return new AccrualPlan(spans);
    }
}
