package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped credit policy on its saved cases, one row one case. */
class SavedCasesTest {
    private static final RuleFiles POLICY = RuleFiles.fromFolder(Path.of("../policies/src/main/resources/policies"))
            .about(RuleKind.CREDIT);
    private static RuleSet rules;

    @BeforeAll
    static void compile() {
        rules = RuleSet.compile(POLICY);
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    static Stream<SavedCases.SavedCase> cases() {
        return SavedCases.of(POLICY, RuleKind.CREDIT, new Complaints()).stream();
    }

    private static Evaluation tried(SavedCases.SavedCase saved) {
        return rules.tried(saved.facts(), RuleSet.UNSEEN);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDecidedAsSaved(SavedCases.SavedCase saved) {
        assertThat(saved.differs(tried(saved))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDecidedTheSameAgain(SavedCases.SavedCase saved) {
        assertThat(tried(saved)).isEqualTo(tried(saved));
    }

    /** A case without score is a net below rows that never let a case fall so far. */
    @Test
    void theCasesReachEveryRowButTheNet() {
        var checks = Checks.of(POLICY);
        assertThat(checks.passed()).isTrue();
        assertThat(checks.cases().run()).isGreaterThanOrEqualTo(150);
        assertThat(checks.messages())
                .allSatisfy(remark -> assertThat(remark.file()).isEqualTo("credit/outcome.csv"))
                .extracting(Remark::code)
                .containsExactly("no-case");
    }

    @Test
    void thePackHasItsRulesByCode() {
        var codes = rules.tables().stream()
                .filter(table -> table.stage() == Stage.FINDINGS)
                .flatMap(table -> table.lines().stream())
                .map(line -> line.get("code"))
                .distinct();
        assertThat(codes.count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void aCaseThatComesOutOtherwiseFailsTheChecks() {
        var grades = String.valueOf(POLICY.files().get("credit/grade.csv")).replace("B,,,660,", "C,,,660,");
        var checks = Checks.of(POLICY.with(Map.of("credit/grade.csv", grades)));
        assertThat(checks.passed()).isFalse();
        assertThat(checks.cases().failed()).isPositive();
        assertThat(checks.messages())
                .filteredOn(remark -> remark.code().equals("case-failed"))
                .first()
                .satisfies(remark -> assertThat(remark.text()).endsWith("Expected grade B; found C."));
    }
}
