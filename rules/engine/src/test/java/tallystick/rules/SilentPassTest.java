package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways past the rules that are closed. */
class SilentPassTest {
    private static final String FACTS = "name,type,description\nage,number,Years\n";
    private static final String AGES =
            "table,findings,%s\ncode,severity,rank,bureau,text,age <,age >,age missing\n%s\n";
    private static final String TOO_YOUNG = "ELG-AGE,KNOCK_OUT,1,no,Too young,18,,";
    private static final String UNKNOWN = "ELG-AGE,REFER,1,no,Age unknown,,,yes";

    private static RuleSet compiled(String policy, String... rows) {
        return RuleSet.compile(RuleFiles.of(Map.of(
                "facts.csv",
                FACTS,
                "ages.csv",
                AGES.formatted(policy, String.join("\n", rows)),
                "price.csv",
                "table,price,first\nrate,age >\n0.12,1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", " ", "1e9", "NaN", "17,0", "0x11", "99999999999999999999"})
    void aNumberThatCannotBeReadIsMissing(String age) {
        try (var rules = compiled("all", TOO_YOUNG, UNKNOWN)) {
            assertThat(rules.evaluate(FactSheet.of(Map.of("age", age))).verdict())
                    .isEqualTo(Verdict.REFER);
        }
    }

    @Test
    void whatTheRulesWorkOutIsNotTakenFromOutside() {
        var facts = new TreeMap<>(Map.of("age", "30", "grade", "A", "limit", "1", "rate", "0.01"));
        try (var rules = compiled("all", TOO_YOUNG, UNKNOWN)) {
            assertThat(rules.evaluate(FactSheet.of(facts)).annualRate()).isEqualByComparingTo("0.12");
        }
    }

    @Test
    void aReferralWithoutPriceSaysWhy() {
        try (var rules = compiled("first", UNKNOWN, TOO_YOUNG.replace(",18,", ",-9,"))) {
            var evaluation = rules.evaluate(FactSheet.of(Map.of("age", "0")));
            assertThat(evaluation.verdict()).isEqualTo(Verdict.REFER);
            assertThat(evaluation.reasons()).extracting(RuleFinding::code).containsExactly("PRC-NONE");
        }
    }

    @Test
    void aRowBelowAWiderOneIsRefused() {
        assertThatThrownBy(() -> compiled("first", TOO_YOUNG, TOO_YOUNG.replace(",18,", ",16,"), UNKNOWN))
                .hasMessageContaining("A row above always comes first.");
    }

    @Test
    void aRowThatNeverHoldsIsRefused() {
        assertThatThrownBy(() -> compiled("all", TOO_YOUNG.replace(",18,", ",18,18"), UNKNOWN))
                .hasMessageContaining("cannot be together");
    }

    @Test
    void whoseMissingFactIsCoveredOnlySometimesIsRefused() {
        assertThatThrownBy(() -> compiled("all", TOO_YOUNG)).hasMessageContaining("when age is missing");
    }

    @Test
    void aTableForSomeCasesIsNotPassedInSilence() {
        assertThatThrownBy(() -> RuleSet.compile(RuleFiles.of(Map.of(
                        "facts.csv", FACTS + "gap.register,word,Why the register gave nothing\n", "ages.csv", """
                        table,findings,all,gap.register missing yes
                        code,severity,rank,bureau,text,age <,missing
                        ELG-AGE,KNOCK_OUT,1,no,Too young,18,
                        ELG-AGE,REFER,1,no,Age unknown,,age
                        """))))
                .hasMessageContaining("Nothing says what happens when gap.register is known.");
    }

    @Test
    void aForbiddenFactIsRefused() {
        assertThatThrownBy(() -> RuleSet.compile(
                        RuleFiles.of(Map.of("facts.csv", "name,type,description\napplicant.religion,word,No\n"))))
                .hasMessageContaining("must not decide about credit");
    }

    @Test
    void closingOneSetLeavesItsTwinAlone() {
        try (var twin = compiled("all", TOO_YOUNG, UNKNOWN)) {
            compiled("all", TOO_YOUNG, UNKNOWN).close();
            assertThat(twin.evaluate(FactSheet.of(Map.of("age", "17"))).verdict())
                    .isEqualTo(Verdict.DECLINE);
        }
    }
}
