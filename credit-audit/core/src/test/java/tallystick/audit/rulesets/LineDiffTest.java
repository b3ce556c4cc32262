package tallystick.audit.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void onlyWhatChangedIsTold() {
        assertThat(new LineDiff(List.of("a", "b", "c"), List.of("a", "x", "c", "d")).lines())
                .extracting(line -> line.sign() + line.number() + line.text())
                .containsExactly("-2b", "+2x", "+4d");
    }

    @Test
    void filesTooLongToCompareAreToldWhole() {
        var was = Collections.nCopies(3_000, "a");
        assertThat(new LineDiff(was, Collections.nCopies(2_999, "a")).lines()).hasSize(5_999);
    }
}
