package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of people in a hurry: each is told with its line, its column and what to do. */
class BadTableTest {
    private static final String FACTS = "name,type,description\nage,number,Years\nproduct,word,Kind\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "nonsense; not-a-table; 1; 1",
                "table,findings,some|code|X; not-a-table; 1; 1",
                "table,findings,all|code,severity,rank,bureau,text,age <,age <|A-1,REFER,1,no,Young,18,18; twice; 2; 1",
                "table,findings,all|code,severity,rank,bureau,text,agge <|A-1,REFER,1,no,Young,18; unknown-column; 2;"
                        + " 6",
                "table,findings,all|code,severity,rank,bureau,text,age in|A-1,REFER,1,no,Young,18; wrong-operator; 2;"
                        + " 6",
                "table,findings,all|code,severity,rank,bureau,text,product <|A-1,REFER,1,no,Kind,CASH; wrong-operator;"
                        + " 2; 6",
                "table,findings,all|code,severity,rank,bureau,text,age <|A-1,REFER,1,no,Young,many; not-allowed; 3; 6",
                "table,findings,all|code,severity,rank,bureau,text,age <|,REFER,1,no,Young,18; no-code; 3; 1",
                "table,findings,all|code,severity,rank,bureau,text,age <|A-1,REFER; too-few-cells; 3; 2",
                "table,findings,all|code,severity,rank,bureau,text,age <|A-1,REFER,1,no,\"Young,18; open-quote; 3; 1",
                "table,findings,all,age|code,severity,rank,bureau,text,age <|A-1,REFER,1,no,Young,18; not-a-condition;"
                        + " 1; 4"
            })
    void isToldWithItsPlace(String table, String code, int line, int column) {
        var files = RuleFiles.of(Map.of("facts.csv", FACTS, "credit/t.csv", table.replace('|', '\n') + "\n"));
        assertThatThrownBy(() -> RuleSet.compile(files))
                .isInstanceOfSatisfying(
                        RuleSetInvalid.class,
                        invalid -> assertThat(invalid.remarks()).anySatisfy(remark -> {
                            assertThat(remark.code()).isEqualTo(code);
                            assertThat(remark.file()).isEqualTo("credit/t.csv");
                            assertThat(remark.line() + ":" + remark.column()).isEqualTo(line + ":" + column);
                            assertThat(remark.remedy()).isNotBlank();
                        }));
    }
}
