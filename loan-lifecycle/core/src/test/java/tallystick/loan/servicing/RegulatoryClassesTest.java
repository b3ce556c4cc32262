package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Classes at their edges, by the rules of the day. */
class RegulatoryClassesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private final RegulatoryClasses classes = RegulatoryClasses.shipped();

    private String of(String jurisdiction, long overdueDays) {
        return classes.of(jurisdiction, overdueDays, DAY).name();
    }

    @Test
    void chinaKnowsFiveByDaysOverdue() {
        assertThat(of("CN", 0)).isEqualTo("NORMAL");
        assertThat(of("CN", 1)).isEqualTo("SPECIAL_MENTION");
        assertThat(of("CN", 90)).isEqualTo("SPECIAL_MENTION");
        assertThat(of("CN", 91)).isEqualTo("SUBSTANDARD");
        assertThat(of("CN", 270)).isEqualTo("SUBSTANDARD");
        assertThat(of("CN", 271)).isEqualTo("DOUBTFUL");
        assertThat(of("CN", 361)).isEqualTo("LOSS");
    }

    @Test
    void theUnionKnowsThreeStages() {
        assertThat(of("IE", 30)).isEqualTo("STAGE_1");
        assertThat(of("IE", 31)).isEqualTo("STAGE_2");
        assertThat(of("IE", 91)).isEqualTo("STAGE_3");
    }
}
