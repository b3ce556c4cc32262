package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Honest rule files beside the shipped tables: all are accepted, and each says what it is there for. */
class GuardedRulesTest {
    private static final Path FOLDER = Path.of("src/test/resources/guarded");
    private static final RuleFiles POLICY = RuleFiles.fromFolder(Path.of("../policies/src/main/resources/policies"))
            .about(RuleKind.CREDIT);
    private static RuleSet rules;

    @BeforeAll
    static void compile() throws Exception {
        var files = new TreeMap<String, String>();
        try (Stream<Path> honest = Files.list(FOLDER.resolve("honest"))) {
            for (var file : honest.toList()) {
                files.put("credit/" + file.getFileName(), Files.readString(file));
            }
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(60);
        rules = RuleSet.compile(POLICY.with(files), Languages.TABLES_AND_GUARDED_DRL);
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    /** @param facts in which the case differs from its base of the saved cases */
    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/guarded/honest.csv", numLinesToSkip = 1)
    void saysWhatItIsThereFor(String file, String base, String facts, String code) {
        var found = tried(rules, facts(base, facts)).findings();
        assertThat(found)
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.file()).isEqualTo("credit/" + file + ".drl");
                    assertThat(finding.row()).isPositive();
                })
                .noneMatch(finding -> finding.code().equals(Explaining.STOPPED));
        assertThat(tried(rules, facts(base, "")).findings())
                .noneMatch(finding -> finding.code().equals(Explaining.STOPPED));
    }

    private static Evaluation tried(RuleSet rules, Map<String, String> facts) {
        return rules.tried(FactSheet.of(facts), RuleSet.UNSEEN);
    }

    private static Map<String, String> facts(String base, String changes) {
        var facts = new TreeMap<String, String>();
        String.valueOf(POLICY.files().get("cases/bases.csv"))
                .lines()
                .map(Csv::cells)
                .filter(cells -> cells.getFirst().equals(base))
                .forEach(cells -> facts.put(cells.get(1), cells.get(2)));
        Stream.of(changes.split(";")).filter(change -> !change.isEmpty()).forEach(change -> {
            var parts = change.split("=");
            if (parts[1].equals("-")) {
                facts.remove(parts[0]);
            } else {
                facts.put(parts[0], parts[1]);
            }
        });
        return facts;
    }

    @Test
    void whereNobodyAllowsThemTheyAreOff() {
        var files = POLICY.with(Map.of("credit/x.drl", "rule \"x\" when then end"));
        assertThatThrownBy(() -> RuleSet.compile(files)).hasMessageContaining("switched off");
    }

    /** What cannot even be compiled to show its danger, and what is only wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unit Loans;|drl-unit",
                "rule \"a\" extends \"b\" when|drl-extends",
                "template header|drl-template",
                "rule \"a\" timer( int: 0 1s ) when|drl-timer",
                "rule \"a\" date-effective \"1-Jan-2020\" when|drl-timer",
                "rule \"a\" agenda-group \"x\" when|drl-group",
                "rule \"a\" no-loop when|drl-syntax",
                "rule \"a\" when exists Case( known(\"dti\") )|drl-pattern",
                "rule \"a\" when not Case( known(\"dti\") )|drl-pattern",
                "rule \"a\" when Case( known(\"dti\") )|drl-pattern",
                "rule \"a\" when $a : Case( known(\"dti\") ) $b : Case( known(\"dti\") )|drl-pattern",
                "rule \"a\" when $a : Case( known(\"dti\") ) then end|drl-syntax",
                "rule \"a\" when $a : Case( known(\"nothing\") ) then end|unknown-fact",
                "rule \"a\" when $a : Case( number(\"product\").isAtLeast(\"1\") ) then end|unknown-fact",
                "rule \"a\" when $a : Case( dti > 0.4 ) then end|drl-operator",
                "rule \"a\" when $a : Case( known(\"dti\") ) then $b.refer(\"A\", 1, \"b\"); end|drl-action",
                "rule \"a\" when $a : Case( known(\"dti\") ) then $a.refer(\"a\", 1, \"b\"); end|not-allowed",
                "rule \"a\" when $a : Case( known(\"dti\") ) then $a.refer(\"AA\", 1, \"Other\"); end|not-allowed",
                "rule \"a\" when $a : Case( known(\"dti\") ) then $a.conclude(\"dti\", \"1\"); end|unknown-fact",
                "rule \"a\" when $a : Case( known(\"dti) ) then end|drl-text",
                "@Role rule \"a\" when|drl-annotation"
            })
    void whatIsNoPartOfTheGrammarIsRefused(String source, String code) {
        var files = POLICY.with(Map.of("credit/x.drl", source));
        assertThatThrownBy(() -> RuleSet.compile(files, Languages.TABLES_AND_GUARDED_DRL))
                .isInstanceOfSatisfying(
                        RuleSetInvalid.class,
                        invalid -> assertThat(invalid.remarks().stream()
                                        .filter(remark -> remark.file().equals("credit/x.drl"))
                                        .map(Remark::code))
                                .containsExactly(code));
    }

    @Test
    void aFactThatNobodyMissesIsASilentPass() {
        var files = POLICY.with(Map.of("credit/x.drl", """
            rule "large"
            when
                $case : Case( number("own.instalments").isMoreThan("9000") )
            then
                $case.refer("OWN-PAYS", 50, "Instalments with us are high");
            end
            """));
        assertThatThrownBy(() -> RuleSet.compile(files, Languages.TABLES_AND_GUARDED_DRL))
                .hasMessageContaining("Nothing says what happens when own.instalments is missing.");
    }

    @Test
    void aNumberThatGrowsWithoutEndStopsTheRun() {
        var files = POLICY.with(Map.of("credit/x.drl", """
            rule "begin"
            when
                $case : Case( missing("concluded.n") )
            then
                $case.conclude("concluded.n", $case.number("2").plus("0"));
            end
            rule "square"
            when
                $case : Case( known("concluded.n") )
            then
                $case.conclude("concluded.n", $case.number("concluded.n").times("concluded.n"));
            end
            """));
        try (var growing = RuleSet.compile(files, Languages.TABLES_AND_GUARDED_DRL)) {
            assertThat(tried(growing, facts("cash", "")).findings())
                    .anyMatch(finding -> finding.code().equals("RUL-STOPPED"));
        }
    }

    @Test
    void rulesThatNeverRestReferTheCaseAndFailTheirChecks() throws Exception {
        var files = POLICY.with(Map.of("credit/x.drl", Files.readString(FOLDER.resolve("hostile/flip-flop.drl"))));
        try (var endless = RuleSet.compile(files, Languages.TABLES_AND_GUARDED_DRL)) {
            var found = tried(endless, facts("cash-record", ""));
            assertThat(found.verdict()).isEqualTo(Verdict.REFER);
            assertThat(found.reasons()).extracting(RuleFinding::code).containsExactly("RUL-STOPPED");
        }
        assertThat(Checks.of(files, Languages.TABLES_AND_GUARDED_DRL).messages())
                .anyMatch(remark -> remark.code().equals("run-stopped"));
    }
}
