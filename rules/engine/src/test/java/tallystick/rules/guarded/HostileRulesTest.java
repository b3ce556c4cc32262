package tallystick.rules.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.runtime.rule.AgendaFilter;
import tallystick.rules.drools.Compiled;

/**
 * Files that want more than to look at a case. The table beside them says for each which wall stops it, with which reason in
 * which line, and what it does where no wall is: {@code runs} code of its own, {@code reaches} a class that is none of its
 * business, {@code hangs}, {@code fails}, {@code silences} other rules, or is {@code endless}.
 */
class HostileRulesTest {
    private static final Path FOLDER = Path.of("src/test/resources/guarded");
    private static final int ENOUGH = 1_000;
    private static Compiled unguarded;
    private static SortedSet<String> foreign;

    record Hostile(String file, String wall, String code, int line, String danger, boolean scan) {
        String source() throws Exception {
            return Files.readString(FOLDER.resolve("hostile/" + file + ".drl"));
        }

        String name() {
            return file.replace('-', '_');
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Hostile> files() throws Exception {
        return Files.readAllLines(FOLDER.resolve("hostile.csv")).stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(",");
                    return new Hostile(
                            cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4], cells[5].equals("yes"));
                });
    }

    @BeforeAll
    static void compileWithoutGuard() throws Exception {
        var sources = new ArrayList<String>();
        for (var file : files().toList()) {
            sources.add(file.wall.equals("grammar") ? file.source() : understood(file));
        }
        sources.add("""
            package hostile.witness
            import tallystick.rules.guarded.Case
            rule "seen"
            when
                $case : Case( known("dti") )
            then
                $case.note(0, "SEEN", 1, "Seen");
            end
            """);
        unguarded = Compiled.of("hostile", sources);
        foreign = ClassScan.foreign(unguarded.classes());
    }

    /** What the grammar lets pass, written anew as it is for a run. */
    private static String understood(Hostile file) throws Exception {
        var rules = GuardedRules.read(file.file, file.source(), new Facts());
        var source = new StringBuilder(
                "package hostile.h_%s\nimport tallystick.rules.guarded.Case\n".formatted(file.name()));
        for (var number = 0; number < rules.size(); number++) {
            source.append(rules.get(number).source(number));
        }
        return source.toString();
    }

    @AfterAll
    static void close() {
        unguarded.close();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theGuardRefusesItForItsReason(Hostile file) throws Exception {
        if (file.wall.equals("grammar")) {
            assertThatThrownBy(() -> GuardedRules.read(file.file, file.source(), new Facts()))
                    .isInstanceOfSatisfying(NotAllowed.class, no -> {
                        assertThat(no.code() + " in line " + no.line()).isEqualTo(file.code + " in line " + file.line);
                        assertThat(no.column()).isPositive();
                        assertThat(no.remedy()).isNotBlank();
                    });
        } else {
            try (var rules = GuardedRules.compile("bounds", GuardedRules.read(file.file, file.source(), new Facts()))) {
                assertThatThrownBy(() -> rules.run(new Facts()))
                        .isInstanceOf(RunStopped.class)
                        .hasMessageContaining("of one run; found more.");
            }
        }
    }

    /** The second wall does not rest on the first: class files made of the raw source give themselves away. */
    @ParameterizedTest
    @MethodSource("files")
    void itsClassFilesGiveItAway(Hostile file) {
        assertThat(foreign.stream().anyMatch(found -> found.startsWith("hostile/h_" + file.name() + "/")))
                .isEqualTo(file.scan);
    }

    @ParameterizedTest
    @MethodSource("files")
    void withoutTheGuardItIsDangerous(Hostile file) throws Exception {
        switch (file.danger) {
            case "runs" -> {
                var thrown = catchThrowable(() -> fire(file, 10));
                assertThat(thrown).isNull();
                assertThat(System.getProperty("hostile." + file.name())).startsWith("ran");
            }
            case "reaches" -> assertThat(foreign).anyMatch(found -> found.startsWith("hostile/h_" + file.name() + "/"));
            case "fails" -> assertThat(catchThrowable(() -> fire(file, 10))).isNotNull();
            case "endless" -> assertThat(fire(file, ENOUGH)).isEqualTo(ENOUGH);
            case "silences" -> assertThat(witnessed(file)).isFalse();
            case "hangs" -> assertThat(hangs(file)).isTrue();
            default -> throw new AssertionError("Nobody knows the danger " + file.danger);
        }
    }

    @Test
    void whatAHoleInTheGrammarLetPassIsFoundInTheClassFiles() {
        var holed = new GuardedRule(
                "x.drl",
                "x",
                1,
                List.of(),
                0,
                "java.util.Objects.isNull(System.getProperty(\"x\"))",
                List.of(new GuardedRule.Action("refer", "\"AFF-DSR\", 30, \"Too much\"")));
        assertThatThrownBy(() -> GuardedRules.compile("holed", List.of(holed)))
                .hasMessageStartingWith("Expected guarded rules to call their case only; found")
                .hasMessageContaining("java/lang/System.getProperty");
    }

    @Test
    void theWitnessIsHeardOtherwise() {
        assertThat(witnessed(new Hostile("nobody", "", "", 0, "", false))).isTrue();
    }

    private static boolean witnessed(Hostile file) {
        var about = new Case(new Facts(), new Bounds());
        var session = unguarded.session();
        try {
            session.insert(about);
            session.fireAllRules(of("hostile.h_" + file.name(), "hostile.witness"));
            return !about.said().isEmpty();
        } finally {
            session.dispose();
        }
    }

    private static boolean hangs(Hostile file) throws InterruptedException {
        var thread = Thread.ofPlatform().daemon().start(() -> fire(file, 1));
        var finished = thread.join(Duration.ofSeconds(1));
        System.setProperty("hostile.stop", "yes");
        return !finished;
    }

    /** As guarded rules are run, without bounds. */
    private static int fire(Hostile file, int most) {
        var about = new Case(new Facts(), new Bounds());
        var session = unguarded.session();
        try {
            var handle = session.insert(about);
            var fired = 0;
            while (fired < most && session.fireAllRules(of("hostile.h_" + file.name()), 1) > 0) {
                fired++;
                if (about.hasChanged()) {
                    session.update(handle, about);
                }
            }
            return fired;
        } finally {
            session.dispose();
        }
    }

    private static AgendaFilter of(String... packages) {
        return match -> List.of(packages).contains(match.getRule().getPackageName());
    }

    /** One case, and the names of its facts. */
    private record Facts() implements GuardedFacts, Vocabulary {
        private static final Map<String, String> KNOWN = Map.of("dti", "0.4", "product", "CASH");

        @Override
        public @Nullable String text(String fact) {
            return KNOWN.get(fact);
        }

        @Override
        public @Nullable BigDecimal number(String fact) {
            return isNumber(fact) ? new BigDecimal(String.valueOf(text(fact))) : null;
        }

        @Override
        public boolean isFact(String name) {
            return KNOWN.containsKey(name);
        }

        @Override
        public boolean isNumber(String fact) {
            return fact.equals("dti");
        }

        @Override
        public boolean isCode(String text) {
            return text.equals("AFF-DSR");
        }

        @Override
        public boolean isSentence(String text) {
            return text.equals("Too much");
        }

        @Override
        public boolean isWord(String text) {
            return text.matches("[A-Z]+");
        }
    }
}
