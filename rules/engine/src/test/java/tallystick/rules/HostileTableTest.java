package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table must never bring: code, a silent pass, a reason that says nothing. */
class HostileTableTest {
    private static final String FACTS = "name,type,description\nage,number,Years\npurpose,word,Why\n";

    private static RuleSet compiled(String rows) {
        return RuleSet.compile(RuleFiles.of(Map.of(
                "facts.csv",
                FACTS,
                "t.csv",
                "table,findings,all\ncode,severity,rank,bureau,text,age <,age missing,purpose in,purpose missing\n"
                        + rows)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELG-AGE,KNOCK_OUT,1,no,Too young,\"18) || System.exit(0)\",,,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,,,\"X\"\") ; eval(true) ; (\"\"\",",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,18e9,,,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,,,$hits,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,,,a;b,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,,,\"a b\",",
                "ELG-AGE\"; System.exit(0);,KNOCK_OUT,1,no,Too young,18,,,",
                "ELG-AGE,DROP,1,no,Too young,18,,,",
                "ELG-AGE,KNOCK_OUT,one,no,Too young,18,,,",
                "ELG-AGE,KNOCK_OUT,1,maybe,Too young,18,,,",
                "ELG-AGE,KNOCK_OUT,1,no,\"<script>\",18,,,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young\\u0022,18,,,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,18,true,,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,-,,,",
                "ELG-AGE,KNOCK_OUT,1,no,Too young,18,,,,extra"
            })
    void aCellThatIsNoValueIsRefused(String row) {
        assertThatThrownBy(() -> compiled(row + "\n"))
                .isInstanceOfSatisfying(
                        RuleSetInvalid.class,
                        invalid -> assertThat(invalid.remarks()).anySatisfy(message -> {
                            assertThat(message.code()).isIn("not-allowed", "too-many-cells", "open-quote");
                            assertThat(message.file()).isEqualTo("t.csv");
                            assertThat(message.line()).isEqualTo(3);
                            assertThat(message.remedy()).isNotBlank();
                        }));
    }

    @Test
    void aMissingFactNeverPassesInSilence() {
        assertThatThrownBy(() -> compiled("ELG-AGE,KNOCK_OUT,1,no,Too young,18,,,\n"))
                .hasMessageContaining("Nothing says what happens when age is missing.");
    }

    @Test
    void aReasonMustSaySomething() {
        assertThatThrownBy(() -> compiled("ELG-AGE,KNOCK_OUT,1,no,Other,,yes,,\n"))
                .hasMessageContaining("tells a customer nothing");
    }

    @Test
    void aRuleFileOfCodeIsRefused() {
        assertThatThrownBy(() ->
                        RuleSet.compile(RuleFiles.of(Map.of("facts.csv", FACTS, "x.drl", "rule x when then end"))))
                .hasMessageContaining("switched off");
    }

    @Test
    void theHashNamesTheContentAndNotItsForm() {
        var one = RuleFiles.of(Map.of("a.csv", "x,y\r\n1,2\r\n", "b.csv", "z"));
        assertThat(RuleFiles.of(Map.of("b.csv", "z\n", "a.csv", "x,y\n1,2")).hash())
                .isEqualTo(one.hash());
        assertThat(RuleFiles.of(Map.of("b.csv", "z\n", "a.csv", "x,y\n1,3")).hash())
                .isNotEqualTo(one.hash());
    }
}
