package tallystick.bank.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When what waits leaves. */
class BatchingTest {
    private static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");
    private static final Batching BATCHING =
            new Batching(100, Duration.ofHours(2), List.of(LocalTime.of(9, 45)), ZoneId.of("Europe/Dublin"));

    @Test
    void whenThereIsEnough() {
        assertThat(BATCHING.isDue(99, MORNING, MORNING)).isFalse();
        assertThat(BATCHING.isDue(100, MORNING, MORNING)).isTrue();
        assertThat(BATCHING.isDue(0, Instant.EPOCH, MORNING)).isFalse();
    }

    @Test
    void whenTheOldestHasWaitedLongEnough() {
        var late = MORNING.plus(Duration.ofHours(3));
        assertThat(BATCHING.isDue(1, late.minus(Duration.ofHours(2)), late)).isTrue();
        assertThat(BATCHING.isDue(1, late.minus(Duration.ofHours(1)), late)).isFalse();
    }

    @Test
    void whenItIsTimeBeforeACutOff() {
        assertThat(BATCHING.isDue(1, MORNING, Instant.parse("2026-01-05T09:44:59Z")))
                .isFalse();
        assertThat(BATCHING.isDue(1, MORNING, Instant.parse("2026-01-05T09:45:00Z")))
                .isTrue();
        var after = Instant.parse("2026-01-05T09:46:00Z");
        assertThat(BATCHING.isDue(1, after, after.plusSeconds(60)))
                .as("not again today")
                .isFalse();
    }

    @Test
    void limitsAreChecked() {
        assertThatThrownBy(() -> new Batching(0, Duration.ZERO, List.of(), ZoneId.of("UTC")))
                .hasMessage("batch.most: expected 1 to 100000; found another number.");
    }
}
