package tallystick.application.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tallystick.application.lines.Reserved.Taken;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Money;

class ReservedTest {
    private static final Taken TAKEN = Taken.reserved(Money.of("CNY", "1.00"), null);

    /** As snapshots have it that were made when there were fewer. */
    @Test
    void whatWasKeptInFewerShardsIsFoundAndGivenBack() {
        var few = new Reserved(Collections.nCopies(3, Map.of()));
        for (var number = 0; number < 50; number++) {
            var application = new ApplicationId("app-" + number);
            var with = few.with(application, 1, TAKEN);
            assertThat(with.by(application, 1)).isEqualTo(TAKEN);
            assertThat(with.by(application, 2)).isNull();
            assertThat(with.with(application, 1, null)).isEqualTo(few);
        }
    }
}
