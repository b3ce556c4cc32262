package tallystick.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void whatBeginsLikeAFormulaIsText() {
        assertThat(Csv.line(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx")))
                .isEqualTo("'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n");
    }

    @Test
    void separatorsAreQuoted() {
        assertThat(Csv.line(List.of("a,b", "say \"no\"", "", "c"))).isEqualTo("\"a,b\",\"say \"\"no\"\"\",,c\r\n");
    }
}
