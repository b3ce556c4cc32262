package tallystick.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tallystick.kernel.Seeds.forAll;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-03-31T08:00:00Z");
    private static final String SAFE = "[A-Za-z0-9._-]{1,64}";

    @Test
    void anIdBeginsWithItsKindAndIsSafeEverywhere() {
        assertThat(Ids.next("loan", NOW, new Random(1)))
                .startsWith("loan-")
                .matches(SAFE)
                .hasSize(31);
        assertThat(Ids.derived("abcdefghijklmnop", "x")).matches(SAFE);
    }

    @Test
    void laterIdsSortLater() {
        forAll(random -> {
            var first = Instant.EPOCH.plus(random.nextLong(1L << 54), ChronoUnit.MICROS);
            var later = first.plus(1 + random.nextLong(1L << random.nextInt(1, 54)), ChronoUnit.MICROS);
            assertThat(Ids.next("loan", first, random)).isLessThan(Ids.next("loan", later, random));
        });
    }

    @Test
    void idsDifferAlsoWhileTheClockStandsStill() {
        var seen = new HashSet<String>();
        forAll(random -> assertThat(seen.add(Ids.next("loan", NOW, random))).isTrue());
    }

    @Test
    void timesThatDoNotFitAreRefused() {
        for (var time : List.of("1969-12-31T23:59:59Z", "3200-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> Ids.next("loan", Instant.parse(time), new Random(1)))
                    .hasMessage("Expected a time from 1970 to 3111; found %s.", time);
        }
    }

    @Test
    void theSamePartsAlwaysGiveTheSameId() {
        // Written down: a derived id that changes with a release would let a repeat pay twice.
        assertThat(Ids.derived("instr", "loan-1", "1")).isEqualTo("instr-82q310c16tewwmzb5gfpy7eh9y2ps87v");
    }

    @Test
    void otherPartsGiveOtherIds() {
        var ids = Stream.of(
                Ids.derived("instr"),
                Ids.derived("instr", ""),
                Ids.derived("instr", "", ""),
                Ids.derived("instr", "ab", "c"),
                Ids.derived("instr", "a", "bc"),
                Ids.derived("instr", "abc"),
                Ids.derived("instr", "a\0\0bc"),
                Ids.derived("instr", "\ud800"),
                Ids.derived("instr", "\ud801"),
                Ids.derived("loan", "abc"));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void anIdOfItsKindIsTakenAsItIs() {
        assertThat(Ids.require("loan", "loan-1")).isEqualTo("loan-1");
    }

    @Test
    void anIdOfAnotherShapeIsRefused() {
        for (var text : List.of("", "loan", "loan-", "instr-1", "loan-1/2", "loan-1\n", "loan-" + "x".repeat(60))) {
            assertThatThrownBy(() -> Ids.require("loan", text))
                    .as(text)
                    .hasMessageStartingWith("Expected an id such as loan-1");
        }
    }

    @Test
    void aKindIsShortAndLowerCase() {
        for (var kind : List.of("", "Loan", "loan-x", "1loan", "a".repeat(17))) {
            assertThatThrownBy(() -> Ids.derived(kind, "x"))
                    .hasMessage("Expected a kind of 1 to 16 lower-case letters and digits; found '%s'.", kind);
        }
    }
}
