package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.engine.cost.Yields;

/** The figures that the contract of the REST interface prints. */
class WorkedExampleTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LoanTerms TERMS = new TermsDraft(
                    cny("12000.00"),
                    Rate.of("0.12"),
                    START,
                    Step.parse("P1M"),
                    DueDates.of(START, LocalDate.parse("2026-02-01"), Step.parse("P1M"), 3))
            .terms();
    private static final AllocationRules RULES = AllocationRules.of(
            AllocationRule.inOrder(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL));

    @Test
    void theScheduleIsThatOfTheContract() {
        var schedule = LoanEngine.schedule(TERMS);

        assertThat(schedule.due())
                .extracting(row -> "%s %s %s %s %s"
                        .formatted(
                                row.due(),
                                row.principal().amount(),
                                row.interest().amount(),
                                row.total().amount(),
                                row.balance().amount()))
                .containsExactly(
                        "2026-02-01 3956.87 122.30 4079.17 8043.13",
                        "2026-03-01 4005.13 74.04 4079.17 4038.00",
                        "2026-04-01 4038.00 41.15 4079.15 0.00");
        assertThat(schedule.totals().interest()).isEqualTo(cny("237.49"));
        assertThat(schedule.totals().total()).isEqualTo(cny("12237.49"));
    }

    @Test
    void theYieldsAreThoseOfTheContract() {
        var yields = Yields.of(TERMS, LoanEngine.schedule(TERMS));

        assertThat(yields.effectiveAnnual()).isEqualTo("0.126829");
        assertThat(yields.aprcEu()).isEqualTo("0.126829");
        assertThat(yields.aprUs()).isEqualTo("0.118358");
        assertThat(yields.allInCost()).isEqualTo("0.118358");
        assertThat(yields.irrNominal()).isEqualTo("0.119427");
    }

    @Test
    void aRepaymentOnItsDayPaysTheRow() {
        var statement =
                LoanEngine.statement(TERMS, RULES, List.of(paid("p1", "2026-02-01", "4079.17")), on("2026-02-01"));

        assertThat(statement.share("p1").orElseThrow().parts().principal()).isEqualTo(cny("3956.87"));
        assertThat(statement.share("p1").orElseThrow().parts().interest()).isEqualTo(cny("122.30"));
        assertThat(statement.outstanding().total()).isEqualTo(cny("8043.13"));
        assertThat(statement.overdue()).isEqualTo(cny("0.00"));
        assertThat(statement.paidOff()).isFalse();
    }

    @Test
    void aPayoffIsTheOpenPrincipalAndTheInterestOfItsDays() {
        var facts = List.of(paid("p1", "2026-02-01", "4079.17"), paid("p2", "2026-03-01", "4079.17"));

        var payoff = LoanEngine.payoff(TERMS, RULES, facts, on("2026-03-20"));

        assertThat(payoff.principal()).isEqualTo(cny("4038.00"));
        assertThat(payoff.interest()).isEqualTo(cny("25.22"));
        assertThat(payoff.total()).isEqualTo(cny("4063.22"));
        assertThat(payoff.perDay()).isEqualTo(cny("1.33"));
    }

    @Test
    void payingThePayoffLeavesNothing() {
        var facts = List.<Fact>of(
                paid("p1", "2026-02-01", "4079.17"),
                paid("p2", "2026-03-01", "4079.17"),
                paid("p3", "2026-03-20", "4063.22"));

        var statement = LoanEngine.statement(TERMS, RULES, facts, on("2026-03-20"));

        assertThat(statement.paidOff()).isTrue();
        assertThat(statement.share("p3").orElseThrow().parts().interest()).isEqualTo(cny("25.22"));
        assertThat(statement.creditBalance()).isEqualTo(cny("0.00"));
    }

    private static Fact paid(String id, String date, String amount) {
        return new Fact.Repayment(id, on(date), cny(amount));
    }

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Money cny(String amount) {
        return Money.of("CNY", amount);
    }
}
