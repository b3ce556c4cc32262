package tallystick.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tallystick.loan.api.Terms;
import tallystick.loan.pdf.Script;

/** Letters are files of bytes that follow from the loan alone, in two languages. */
class LettersTest {
    private final GivenLoan given = GivenLoan.active();
    private final LocalDate day = LocalDate.parse("2026-02-01");

    @Test
    void theSameLoanGivesTheSameBytesAndAnotherGivesOthers() {
        given.repaid("a", "2026-02-01", "4079.17");
        var first = Letters.statement(given.loan(), day, Words.in(Words.Language.EN));
        assertThat(first.pdf())
                .isEqualTo(Letters.statement(given.loan(), day, Words.in(Words.Language.EN))
                        .pdf());
        given.repaid("b", "2026-02-01", "1.00");
        assertThat(Letters.statement(given.loan(), day, Words.in(Words.Language.EN))
                        .pdf())
                .isNotEqualTo(first.pdf());
    }

    @Test
    void thePlanHasEveryRowInBothLanguages() {
        var english = Letters.repaymentPlan(given.loan(), day, Words.in(Words.Language.EN));
        assertThat(english.lines())
                .anySatisfy(line -> assertThat(line)
                        .containsExactly("1", "2026-02-01", "3956.87", "122.30", "0.00", "4079.17", "8043.13"));
        var chinese = Letters.repaymentPlan(given.loan(), day, Words.in(Words.Language.ZH));
        assertThat(chinese.script()).isEqualTo(Script.CHINESE);
        assertThat(chinese.title()).isEqualTo("还款计划表");
        assertThat(new String(chinese.pdf(), StandardCharsets.US_ASCII))
                .contains("UniGB-UTF16-H")
                .contains("8fd86b3e");
    }

    @Test
    void theStatementShowsLateFees() {
        var late = GivenLoan.charging(new Terms.LateFee(cny("50.00"), null, 5, null, null));
        late.closes("2026-02-07");
        assertThat(Letters.statement(late.loan(), LocalDate.parse("2026-02-07"), Words.in(Words.Language.EN))
                        .lines())
                .anySatisfy(line -> assertThat(line).containsExactly("2026-02-07", "Late fee charged", "50.00"));
    }
}
