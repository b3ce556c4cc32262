package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped credit policy on its saved cases, one row one case. */
class SavedCasesTest {
    private static final Path POLICY = Path.of("../policies/src/main/resources/policies/credit");
    private static RuleSet rules;

    @BeforeAll
    static void compile() {
        rules = RuleSet.compile(RuleFiles.fromFolder(POLICY));
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    record Case(String name, FactSheet facts, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        var lines = Files.readAllLines(POLICY.resolve("cases/cash-loan.csv"));
        var heads = Csv.cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> one(heads, Csv.cells(line)));
    }

    private static Case one(List<String> heads, List<String> cells) {
        var facts = new TreeMap<String, String>();
        facts.put("gap.bureau", "NOT_CONNECTED");
        for (var n = 1; n < heads.indexOf("verdict"); n++) {
            if (!cells.get(n).isEmpty()) {
                facts.put(heads.get(n), cells.get(n));
            }
        }
        if ("all".equals(facts.remove("consents"))) {
            Stream.of("CREDIT_BUREAU", "BANK_SHARING", "AUTOMATED_DECISION")
                    .forEach(purpose -> facts.put("consent." + purpose, "1"));
        }
        return new Case(cells.getFirst(), FactSheet.of(facts), cells.subList(heads.indexOf("verdict"), heads.size()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDecidedAsSaved(Case saved) {
        var evaluation = rules.evaluate(saved.facts());
        assertThat(evaluation.verdict().name())
                .as("%s", evaluation)
                .isEqualTo(saved.expected().get(0));
        if (!saved.expected().get(1).isEmpty()) {
            assertThat(evaluation.grade()).isEqualTo(saved.expected().get(1));
        }
        if (!saved.expected().get(2).isEmpty()) {
            assertThat(evaluation.annualRate())
                    .isEqualByComparingTo(saved.expected().get(2));
        }
        var codes = saved.expected().get(3);
        assertThat(evaluation.reasons().stream().map(RuleFinding::code))
                .containsExactlyElementsOf(codes.isEmpty() ? List.of() : List.of(codes.split("\\|")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDecidedTheSameAgain(Case saved) {
        assertThat(rules.evaluate(saved.facts())).isEqualTo(rules.evaluate(saved.facts()));
    }
}
