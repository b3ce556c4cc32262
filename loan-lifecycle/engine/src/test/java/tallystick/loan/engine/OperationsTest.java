package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** What happens to a loan besides money that is paid, on the contract's example. */
class OperationsTest {
    private static final LoanTerms TERMS = SampleTerms.example().terms();
    private static final Fact FIRST_ROW = new Fact.Repayment("p1", on("2026-02-01"), cny("4079.17"));

    @Test
    void aNewRateHoldsFromItsDay() {
        var statement =
                statement(FIRST_ROW, new Fact.Restructure("r", on("2026-02-11"), NewTerms.rate(Rate.of("0.06"))));
        // 8043.13 x 0.12 x 10 / 365 + 8043.13 x 0.06 x 18 / 365
        assertThat(statement.rows().get(1).row().interest()).isEqualTo(cny("50.24"));
        assertThat(statement.rows().get(1).row().total())
                .isEqualTo(statement.rows().get(2).row().total());
    }

    @Test
    void arrearsBecomePrincipalOfAnExtendedTerm() {
        var later = NewTerms.dueDates(List.of(on("2026-04-01"), on("2026-05-01"), on("2026-06-01")))
                .with(NewTerms.Arrears.CAPITALIZED);
        var statement = statement(new Fact.Restructure("r", on("2026-02-11"), later));
        // 8043.13 to come, 3956.87 overdue, and its interest of 122.30.
        assertThat(statement.outstanding().principal()).isEqualTo(cny("12122.30"));
        assertThat(statement.overdue()).isEqualTo(cny("0.00"));
        assertThat(statement.rows()).hasSize(4);
        assertThat(statement.share("r").orElseThrow().parts().interest()).isEqualTo(cny("122.30"));
    }

    @Test
    void arrearsMayStayDue() {
        var statement = statement(new Fact.Restructure(
                "r", on("2026-02-11"), NewTerms.dueDates(List.of(on("2026-05-01"), on("2026-06-01")))));
        assertThat(statement.overdue()).isEqualTo(cny("4079.17"));
        assertThat(statement.outstanding().principal()).isEqualTo(cny("12000.00"));
    }

    @Test
    void datesBeforeTheRestructureAreRefused() {
        var early = new Fact.Restructure("r", on("2026-02-11"), NewTerms.dueDates(List.of(on("2026-02-10"))));
        assertThatThrownBy(() -> statement(early))
                .hasMessage("facts.r.terms.dueDates.0 2026-02-10 must be after the first disbursement 2026-02-11");
    }

    @Test
    void forgivenInterestIsOwedByNobody() {
        var statement = statement(new Fact.Forgiveness("f", on("2026-02-11"), cny("200.00"), Component.INTEREST));
        var share = statement.share("f").orElseThrow();
        // 122.30 were due; 74.04 of the next row take what is left.
        assertThat(share.parts().interest()).isEqualTo(cny("196.34").plus(cny("3.66")));
        assertThat(share.parts().principal()).isEqualTo(cny("0.00"));
        assertThat(statement.outstanding().interest()).isEqualTo(cny("0.00"));
    }

    @Test
    void aWriteOffTellsWhatIsLostAndARecoveryStillPays() {
        var statement = statement(
                FIRST_ROW,
                new Fact.WriteOff("w", on("2026-02-11")),
                new Fact.Recovery("r", on("2026-02-12"), cny("100.00")));
        assertThat(statement.share("w").orElseThrow().parts().principal()).isEqualTo(cny("8043.13"));
        assertThat(statement.share("r").orElseThrow().parts().total()).isEqualTo(cny("100.00"));
    }

    @Test
    void creditIsUsedOrGoesBack() {
        var keep = AllocationRules.of(new AllocationRule(
                SampleTerms.RULES.standard().order(), AllocationRule.Across.ROWS, AllocationRule.Future.CREDIT));
        var facts = List.<Fact>of(
                new Fact.Repayment("p", on("2026-02-01"), cny("4179.17")),
                new Fact.CreditRefund("back", on("2026-02-02"), cny("40.00")),
                new Fact.CreditUse("use", on("2026-03-01"), cny("60.00")));
        var statement = LoanEngine.statement(TERMS, keep, facts, on("2026-03-01"));
        assertThat(statement.creditBalance()).isEqualTo(cny("0.00"));
        assertThat(statement.share("back").orElseThrow().credit()).isEqualTo(cny("-40.00"));
        assertThat(statement.share("use").orElseThrow().parts().interest()).isEqualTo(cny("60.00"));
    }

    @Test
    void moreCreditThanThereIsIsRefused() {
        assertThatThrownBy(() -> statement(new Fact.CreditRefund("back", on("2026-02-02"), cny("0.01"))))
                .hasMessage("facts.back.amount CNY 0.01 must be at most the credit of CNY 0.00");
    }

    @Test
    void aBackdatedFactIsRestatedAsIfItHadComeInTime() {
        var late = new Fact.Charge("c", on("2026-01-20"), Fact.Charge.Kind.FEE, on("2026-02-01"), cny("10.00"));
        var before = statement(FIRST_ROW);
        var after = statement(FIRST_ROW, late);

        var restated = Restatement.between(before, after);

        assertThat(after.rows()).isEqualTo(statement(late, FIRST_ROW).rows());
        assertThat(restated.moved()).extracting(moved -> moved.after().of()).containsExactly("p1");
        var moved = restated.moved().getFirst();
        assertThat(moved.before()
                        .parts()
                        .principal()
                        .minus(moved.after().parts().principal()))
                .isEqualTo(cny("10.00"));
        assertThat(Restatement.between(after, after).moved()).isEmpty();
    }

    @Test
    void aSoldShareSplitsEveryRowWithoutARest() {
        var owners = Ownership.of("bank").sold("bank", "fund", new BigDecimal("0.3333"));
        var row = LoanEngine.schedule(TERMS).due().getFirst().parts();

        var split = owners.split(row);

        // 3956.87 x 0.6667 = 2638.04, cut; the last owner takes the rest.
        assertThat(split.getFirst().principal()).isEqualTo(cny("2638.04"));
        assertThat(split.getFirst().plus(split.getLast())).isEqualTo(row);
        assertThat(owners.sold("fund", "bank", new BigDecimal("0.3333"))).isEqualTo(Ownership.of("bank"));
        assertThatThrownBy(() -> owners.sold("fund", "bank", BigDecimal.ONE))
                .hasMessage("share 1 must be more than zero and at most what fund owns, 0.3333");
    }

    private static Statement statement(Fact... facts) {
        return LoanEngine.statement(TERMS, SampleTerms.RULES, List.of(facts), on("2026-02-12"));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
