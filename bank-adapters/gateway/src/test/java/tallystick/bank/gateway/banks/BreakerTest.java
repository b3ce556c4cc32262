package tallystick.bank.gateway.banks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A bank that does not answer gets no more orders for a while. */
class BreakerTest {
    private Instant now = Instant.parse("2026-01-02T01:02:03Z");
    private final Breaker breaker = new Breaker(() -> now);

    private void unanswered(int times) {
        for (var i = 0; i < times; i++) {
            breaker.saw(false);
        }
    }

    @Test
    void rule14TenUnansweredCallsInARowOpenIt() {
        unanswered(9);
        assertThat(breaker.isOpen()).isFalse();
        unanswered(1);
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void oneAnswerClosesIt() {
        unanswered(12);
        breaker.saw(true);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void afterAPauseOneCallTries() {
        unanswered(10);
        now = now.plus(Duration.ofSeconds(30));
        assertThat(breaker.isOpen()).as("the one that tries").isFalse();
        assertThat(breaker.isOpen()).as("the next one").isTrue();
    }
}
