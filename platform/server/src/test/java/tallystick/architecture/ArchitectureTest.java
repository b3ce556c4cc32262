package tallystick.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    /** Rooms without content so far; the first class in one of them makes the build ask to take it off this list. */
    private static final Set<Room> NOT_BUILT = EnumSet.of(Room.BENCH, Room.CONSOLE);

    private static final JavaClasses OURS = House.OURS.classes();
    private static final JavaClasses BAD = House.BAD.classes();

    static Stream<Rule> rules() {
        return Stream.of(WhoMayKnowWhom.rules(), Purity.rules(), Machine.rules())
                .flatMap(rules -> rules.stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ourHouseObeys(Rule rule) {
        assumeTrue(!NOT_BUILT.containsAll(rule.about()), () -> "not built yet: " + rule.about());
        rule.in(House.OURS).check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadHouseIsCaught(Rule rule) {
        var caught = rule.in(House.BAD).evaluate(BAD);
        assertThat(caught.hasViolation()).as("violated").isTrue();
        assertThat(caught.getFailureReport().getDetails()).anyMatch(detail -> detail.contains("." + rule.culprit()));
    }

    @ParameterizedTest
    @EnumSource
    void aRoomIsEitherBuiltOrListedAsNotBuilt(Room room) {
        var built = OURS.stream().anyMatch(known -> House.OURS.holds(room, known));
        assertThat(NOT_BUILT.contains(room))
                .as("%s has %s: mend NOT_BUILT here", room, built ? "classes" : "no classes")
                .isNotEqualTo(built);
    }

    @Test
    void everyRuleHasACulpritOfItsOwn() {
        var culprits = rules().map(Rule::culprit).toList();
        assertThat(culprits).doesNotHaveDuplicates();
    }
}
