package tallystick.bank.gateway.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.ReportCommand.Fields;
import tallystick.bank.gateway.reconciliation.Comparison.Difference;
import tallystick.bank.gateway.reconciliation.Comparison.Field;
import tallystick.bank.spi.Amount;
import tallystick.bank.spi.FetchResult;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanPositions.Position;
import tallystick.loan.api.LoanPositions.Standing;

/** Each field that differs is found by itself, and the same difference is the same one tomorrow. */
class ComparisonTest {
    private static FetchResult.Position theirs(String loan, String principal, String interest, long days) {
        return new FetchResult.Position(
                loan, Amount.of("CNY", principal), Amount.of("CNY", interest), days, FetchResult.Standing.ACTIVE);
    }

    private static Position ours(String loan, String principal, String interest, long days) {
        return new Position(
                new LoanId(loan), Money.of("CNY", principal), Money.of("CNY", interest), days, Standing.ACTIVE);
    }

    private static Comparison of(FetchResult.Position theirs, Position ours) {
        return Comparison.of(List.of(theirs), List.of(ours), Set.of(ours.loan().value()));
    }

    @Test
    void whatIsTheSameAgrees() {
        var same = of(theirs("loan-1", "8043.13", "74.04", 3), ours("loan-1", "8043.13", "74.04", 3));
        assertThat(same.differences()).isEmpty();
        assertThat(same.fields()).isEqualTo(new Fields(1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void eachFieldThatDiffersIsADifferenceOfItsOwn() {
        var found = of(theirs("loan-1", "8043.14", "74.03", 4), ours("loan-1", "8043.13", "74.04", 3));
        assertThat(found.differences())
                .containsExactly(
                        new Difference("loan-1", Field.PRINCIPAL, "CNY 8043.13", "CNY 8043.14", "CNY 0.01"),
                        new Difference("loan-1", Field.INTEREST, "CNY 74.04", "CNY 74.03", "CNY -0.01"),
                        new Difference("loan-1", Field.DAYS_PAST_DUE, "3", "4", "1"));
        assertThat(found.fields()).isEqualTo(new Fields(1, 0, 1, 1, 1, 0, 0, 0));
    }

    @Test
    void aCentIsTheSameCentTomorrow() {
        var today = of(theirs("loan-1", "8043.14", "0.00", 0), ours("loan-1", "8043.13", "0.00", 0));
        var tomorrow = of(theirs("loan-1", "4038.01", "0.00", 0), ours("loan-1", "4038.00", "0.00", 0));
        assertThat(today.differences().getFirst().gap())
                .isEqualTo(tomorrow.differences().getFirst().gap());
    }

    @Test
    void standingDiffersWhereMoneyIsOutForOneOnly() {
        var paidOff = new FetchResult.Position(
                "loan-1", Amount.of("CNY", "0.00"), Amount.of("CNY", "0.00"), 0, FetchResult.Standing.PAID_OFF);
        assertThat(of(paidOff, ours("loan-1", "10.00", "0.00", 0)).differences())
                .extracting(Difference::field)
                .containsExactly(Field.PRINCIPAL, Field.STANDING);
    }

    @Test
    void whoIsNamedByOneSideOnlyIsFound() {
        var both = Comparison.of(
                List.of(theirs("loan-9", "1.00", "0.00", 0)),
                List.of(ours("loan-1", "1.00", "0.00", 0)),
                Set.of("loan-1"));
        assertThat(both.differences())
                .extracting(Difference::field)
                .containsExactly(Field.ONLY_THEIRS, Field.ONLY_OURS);
        assertThat(both.fields()).isEqualTo(new Fields(1, 0, 0, 0, 0, 0, 1, 1));
    }

    @Test
    void aBankThatNeverKeptTheLoanNeedNotNameIt() {
        assertThat(Comparison.of(List.of(), List.of(ours("loan-1", "1.00", "0.00", 0)), Set.of())
                        .differences())
                .isEmpty();
    }
}
