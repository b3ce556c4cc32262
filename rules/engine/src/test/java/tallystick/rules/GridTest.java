package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases a table forgets, and those it counts twice. */
class GridTest {
    private static List<Remark> remarks(String table) {
        var kind = table.startsWith("table,price") ? RuleKind.PRICING : RuleKind.CREDIT;
        return Checks.of(
                        RuleFiles.of(Map.of(
                                "facts.csv",
                                "name,type,description\nage,number,Years\ngrade,word,Grade\nscore,number,Points\n",
                                "t.csv",
                                table)),
                        kind,
                        Languages.TABLES)
                .messages();
    }

    @Test
    void aThresholdThatNobodyHasIsAGap() {
        assertThat(remarks("table,price,first\nrate,age <,age >\n0.10,30,\n0.12,,30\n"))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.severity()).isEqualTo(Remark.Severity.WARNING);
                    assertThat(remark.text()).isEqualTo("No row holds for age = 30.");
                });
    }

    @Test
    void aGradeWithoutPriceIsAGapUntilItIsSaid() {
        assertThat(remarks("table,price,first\nrate,grade in\n0.10,A\n"))
                .extracting(Remark::text)
                .containsExactly("No row holds for grade = ANYTHING_ELSE.");
        assertThat(remarks("table,price,first\nrate,grade in\n0.10,A\nnone,\n")).isEmpty();
    }

    @Test
    void aTableTooWideToTryIsOnlyWarnedOf() {
        var facts = IntStream.range(0, 40).mapToObj(n -> "f" + n).toList();
        var files = RuleFiles.of(Map.of(
                "facts.csv",
                "name,type,description\n" + String.join(",number,x\n", facts) + ",number,x\n",
                "t.csv",
                "table,price,first\nrate," + String.join(" <,", facts) + " <\n0.10" + ",1".repeat(40) + "\n"));
        var checks = Checks.of(files, RuleKind.PRICING, Languages.TABLES);
        assertThat(checks.messages()).extracting(Remark::code).containsExactly("too-wide");
    }

    @Test
    void pointsThatCountTwiceAreRefused() {
        assertThat(remarks("table,score,all\ncode,points,text,age <,age >=\nAGE,1,Young,30,\nAGE,2,Older,,29\n"))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.severity()).isEqualTo(Remark.Severity.ERROR);
                    assertThat(remark.line()).isEqualTo(4);
                    assertThat(remark.text()).isEqualTo("This row and the one in line 3 both count for age = 29.9.");
                });
    }
}
