package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;

/** Terms that no schedule follows from, in the words that people read. */
class ImpossibleTermsTest {
    private static final SampleTerms TERMS = SampleTerms.example();

    @Test
    void theFirstDueDateIsAfterThePayout() {
        var day = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> DueDates.of(day, day, Step.parse("P1M"), 3))
                .hasMessage("firstDueDate 2026-01-01 must be after the first disbursement 2026-01-01");
    }

    @Test
    void dueDatesRise() {
        assertThatThrownBy(() -> TERMS.dueDates(List::reversed).terms())
                .hasMessage("dueDates.1 2026-03-01 must be after the due date before it 2026-04-01");
    }

    @Test
    void everyPayoutIsBeforeTheEnd() {
        var late = List.of(
                new Disbursement(LocalDate.parse("2026-01-01"), Money.of("CNY", "1.00")),
                new Disbursement(LocalDate.parse("2026-04-01"), Money.of("CNY", "1.00")));
        assertThatThrownBy(() -> TERMS.disbursements(late).terms())
                .hasMessage("disbursements.1.date 2026-04-01 must be before the last due date 2026-04-01");
    }

    @Test
    void payoutsAreNotMoreThanThePrincipal() {
        var more = List.of(new Disbursement(LocalDate.parse("2026-01-01"), Money.of("CNY", "12000.01")));
        assertThatThrownBy(() -> TERMS.disbursements(more).terms())
                .hasMessage("disbursements CNY 12000.01 must not add up to more than the principal of CNY 12000.00");
    }

    @Test
    void aRateIsAFractionAndNotPercent() {
        assertThatThrownBy(() -> TERMS.rate("12").terms())
                .hasMessage("annualRate 12 must be a fraction from 0 to 10, such as 0.12");
    }

    @Test
    void fineractsDayCountsAreNotOurs() {
        assertThatThrownBy(() -> TERMS.dayCount("ACT/364").terms())
                .hasMessage("dayCount ACT/364 must be one that the convention STANDARD has");
        assertThatThrownBy(() -> DayCount.parse("ACT/400"))
                .hasMessage("dayCount ACT/400 must be a day count such as ACT/365 or 30/360");
    }

    @Test
    void someRowIsNotSpared() {
        assertThatThrownBy(() -> TERMS.grace(3, 0, 0).terms())
                .hasMessage("grace.principal 3 must be from 0 to less than the 3 rows");
    }

    @Test
    void aStepHasOneUnit() {
        assertThatThrownBy(() -> Step.parse("P1M2D"))
                .hasMessage(
                        "every P1M2D must be an ISO period of one unit, such as P15D, P2W, P1M or P1Y, or HALF_MONTH");
    }
}
