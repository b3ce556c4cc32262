package tallystick.runtime.web.writes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingTest {
    private final Holding holding = new Holding(Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "wait=10,10",
        "'respond-async, wait=5',5",
        "wait=99,30",
        "WAIT=5,0",
        "wait=-1,0",
        "waiting=5,0",
        "nowait=5,0",
        "'',0",
        "wait=0,0"
    })
    void onlyAWaitIsAWait(String prefer, long seconds) {
        assertThat(holding.wait(prefer)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theAnswerIsHeldUntilItHasSettled() {
        var reads = new AtomicInteger();
        var answer = holding.hold("wait=30", reads::incrementAndGet, read -> read == 3);
        assertThat(answer.getBody()).isEqualTo(3);
        assertThat(answer.getHeaders().getFirst("Preference-Applied")).isEqualTo("wait=30");
    }

    @Test
    void nobodyIsHeldWhoDoesNotAsk() {
        var answer = holding.hold(null, () -> 1, _ -> false);
        assertThat(answer.getBody()).isEqualTo(1);
        assertThat(answer.getHeaders().getFirst("Preference-Applied")).isNull();
    }

    @Test
    void whoWaitsInVainGetsWhatThereIs() {
        var answer = new Holding(Duration.ofSeconds(1)).hold("wait=30", () -> "as it is", _ -> false);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("as it is");
        assertThat(answer.getHeaders().getFirst("Preference-Applied")).isEqualTo("wait=1");
    }
}
