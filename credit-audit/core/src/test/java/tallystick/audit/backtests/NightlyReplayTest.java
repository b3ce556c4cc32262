package tallystick.audit.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample of the night is of the whole week, not of its first hours. */
class NightlyReplayTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1000, 1", "1001, 0.9991", "70000, 0.0143", "50000000, 0.0001"})
    void theSampleIsSpreadOverAllDecisions(long decisions, String fraction) {
        assertThat(NightlyReplay.fraction(decisions)).isEqualTo(fraction);
    }
}
