package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.NOW;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ProposeChange;

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

    @Test
    void twoPeopleGiveAnotherClassFromADayOnAndGoBack() {
        var given = GivenLoan.active();
        propose(given, "c1", "LOSS", DAY);
        assertThat(RegulatoryClasses.given(given.loan(), DAY)).as("by one").isEmpty();
        approve(given, "c1");
        assertThat(RegulatoryClasses.given(given.loan(), DAY.minusDays(1))).isEmpty();
        assertThat(RegulatoryClasses.given(given.loan(), DAY).orElseThrow().what())
                .isEqualTo(new Change.Classify("LOSS"));
        propose(given, "c2", null, DAY.plusDays(5));
        approve(given, "c2");
        assertThat(RegulatoryClasses.given(given.loan(), DAY.plusDays(4))).isPresent();
        assertThat(RegulatoryClasses.given(given.loan(), DAY.plusDays(5))).isEmpty();
    }

    private static void propose(GivenLoan given, String id, @Nullable String name, LocalDate day) {
        given.when(new ProposeChange(
                LOAN, id, new Change.Classify(name), "because", cny("1000.00"), day, day, "ann", NOW));
    }

    private static void approve(GivenLoan given, String id) {
        var hash = given.loan().proposal(id).orElseThrow().hash();
        given.when(new ApproveChange(LOAN, id, hash, DAY.plusDays(9), "bob", NOW));
    }
}
