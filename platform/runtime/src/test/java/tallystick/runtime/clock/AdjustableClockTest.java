package tallystick.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Refused;

class AdjustableClockTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(3));

    private final List<String> told = new ArrayList<>();
    private final MachineTime machine = new MachineTime();

    @Test
    void itRunsOnFromWhereItWasSet() {
        AdjustableClock clock = clock();
        clock.moveTo(LATER);
        machine.now = machine.now.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(LATER.plusSeconds(5));
        assertThat(clock.withZone(ZoneId.of("Asia/Shanghai")).instant()).isEqualTo(LATER.plusSeconds(5));
    }

    @Test
    void itNeverGoesBack() {
        AdjustableClock clock = clock();
        clock.moveTo(LATER);
        assertThatThrownBy(() -> clock.moveTo(LATER.minusNanos(1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("clock-backwards"))
                .hasMessage("It is 2026-01-08T10:00:00Z; expected a later time, found 2026-01-08T09:59:59.999999999Z."
                        + " Choose a time after now, or start with an empty data folder.");
        assertThat(clock.instant()).isEqualTo(LATER);
    }

    @Test
    void everyListenerIsToldEvenWhenOneFails() {
        AdjustableClock clock = clock(
                (_, _) -> {
                    throw new IllegalStateException("planted");
                },
                (from, to) -> told.add(from + " to " + to));
        clock.moveTo(LATER);
        assertThat(told).containsExactly("2026-01-05T10:00:00Z to 2026-01-08T10:00:00Z");
    }

    @Test
    void nobodyIsToldOfARefusedMove() {
        AdjustableClock clock = clock((from, to) -> told.add(from + " to " + to));
        assertThatThrownBy(() -> clock.moveTo(START.minusSeconds(1))).isInstanceOf(Refused.class);
        assertThat(told).isEmpty();
    }

    /** Another node's leads come in one after the other while somebody moves this clock on, again and again. */
    @Test
    void itNeverGoesBackWhileItFollowsAnother() throws Exception {
        AdjustableClock clock = clock();
        var moving = new AtomicBoolean(true);
        var lost = new AtomicInteger();
        Thread follower = Thread.ofPlatform().start(() -> {
            while (moving.get()) {
                var lead = clock.ahead().plusNanos(3);
                clock.follow(lead);
                lost.addAndGet(clock.ahead().compareTo(lead) < 0 ? 1 : 0);
            }
        });
        for (int step = 0; step < 10_000; step++) {
            try {
                clock.moveTo(START.plus(clock.ahead()).plusNanos(1));
            } catch (Refused overtaken) {
                // The other one was quicker, and further.
            }
        }
        moving.set(false);
        follower.join();
        assertThat(lost).hasValue(0);
    }

    private AdjustableClock clock(ClockListener... listeners) {
        return new AdjustableClock(machine, () -> Stream.of(listeners));
    }

    /** A machine whose time the test sets. */
    private static final class MachineTime extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
