package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tallystick.kernel.Money;
import tallystick.loan.engine.cost.Yields;

/** What is true of every loan, tried on loans made from seeds; a failure names its seed. {@code -Pproof} tries 300,000 for each. */
class PropertiesTest {
    private static final long SEEDS = Long.getLong("proof.seeds", 400);
    private static final long MANY = 10_000;

    @Test
    void principalRowsAddUpToWhatWasPaidOut() {
        forAll(loan -> {
            var schedule = LoanEngine.schedule(loan.terms());
            var paidOut = 0L;
            var paidBack = 0L;
            for (var row : schedule.rows()) {
                paidOut += row.isToPay() ? 0 : row.balanceUnits();
                paidBack += row.parts().principalUnits();
                isTrue(row.parts().principalUnits() >= 0 && row.parts().interestUnits() >= 0, row);
                isTrue(!row.isToPay() || row.balanceUnits() == paidOut - paidBack, row);
            }
            same(paidBack, paidOut);
            same(LoanEngine.schedule(loan.terms()), schedule);
        });
    }

    @Test
    void nothingIsPaidThatIsNotOwedAndNothingIsLost() {
        forAll(loan -> {
            var facts = loan.facts();
            var statement = LoanEngine.statement(loan.terms(), loan.rules(), facts, loan.after());
            var shared = 0L;
            for (var fact : facts) {
                if (fact instanceof Fact.Payment payment) {
                    var share = statement.share(fact.id()).orElseThrow();
                    shared += share.parts().totalUnits();
                    same(share.parts().totalUnits() + share.creditUnits(), Units.of(payment.amount()));
                }
            }
            var paid = 0L;
            var principal = 0L;
            for (var row : statement.rows()) {
                paid += row.paid().totalUnits();
                principal += row.row().parts().principalUnits();
                for (var component : Component.values()) {
                    isTrue(row.outstanding().units(component) >= 0, row);
                    isTrue(row.paid().units(component) >= 0, row);
                }
            }
            same(paid, shared);
            same(principal, Units.of(loan.terms().principal()));
        });
    }

    @Test
    void payingThePayoffLeavesNothing() {
        forAll(loan -> {
            var start = loan.terms().disbursements().getLast().date();
            var days = (int) (loan.terms().dueDates().getLast().toEpochDay() - start.toEpochDay());
            var day = start.plusDays(loan.random().nextInt(days + 40));
            var facts = before(day, loan.facts());
            var rules = loan.rules();
            var payoff = LoanEngine.payoff(loan.terms(), rules, facts, day);
            if (payoff.total().isPositive()) {
                var all = new ArrayList<>(facts);
                all.add(new Fact.Repayment("all", day, payoff.total()));
                var statement = LoanEngine.statement(loan.terms(), rules, all, day);
                isTrue(statement.paidOff(), payoff);
                same(statement.share("all").orElseThrow().creditUnits(), 0L);
            }
        });
    }

    @Test
    void aBackdatedFactCountsAsIfItHadComeInTime() {
        forAll(loan -> {
            var late = loan.facts();
            var inTime = late.stream().sorted(Comparator.comparing(Fact::date)).toList();
            var rules = loan.rules();
            var one = LoanEngine.statement(loan.terms(), rules, late, loan.after());
            var other = LoanEngine.statement(loan.terms(), rules, inTime, loan.after());
            same(one.rows(), other.rows());
            same(one.creditBalance(), other.creditBalance());
        });
    }

    @Test
    void aFactThatIsTakenBackHasNeverBeen() {
        forAll(loan -> {
            var facts = loan.facts();
            var rules = loan.rules();
            if (!facts.isEmpty()) {
                var wrong = loan.any(facts);
                var without = facts.stream().filter(fact -> !fact.equals(wrong)).toList();
                var taken = new ArrayList<>(facts);
                taken.add(new Fact.Reversal("back", loan.after(), wrong.id()));
                same(
                        LoanEngine.statement(loan.terms(), rules, taken, loan.after())
                                .rows(),
                        LoanEngine.statement(loan.terms(), rules, without, loan.after())
                                .rows());
            }
        });
    }

    @Test
    void factByFactComesToTheSameAsFromScratch() {
        forAll(loan -> {
            var facts = loan.facts().stream()
                    .sorted(Comparator.comparing(Fact::date))
                    .toList();
            var rules = loan.rules();
            var open =
                    LoanEngine.open(loan.terms(), rules, List.of(), loan.terms().start());
            facts.forEach(open::take);
            same(open.statement(loan.after()), LoanEngine.statement(loan.terms(), rules, facts, loan.after()));
        });
    }

    @Test
    void theRateOfAScheduleIsItsOwn() {
        forAll(loan -> {
            var units = 100_000_000L + loan.random().nextLong(1_000_000_000L);
            var months = 1 + loan.random().nextInt(60);
            var rate = BigDecimal.valueOf(1 + loan.random().nextInt(3000), 4);
            var terms = SampleTerms.of(Money.ofMinor(Currency.getInstance("EUR"), units), "2026-01-15", "P1M", months)
                    .interestPeriod(InterestPeriod.PER_PERIOD)
                    .rate(rate.toPlainString())
                    .terms();
            var nominal = Objects.requireNonNull(
                    Yields.of(terms, LoanEngine.schedule(terms)).irrNominal());
            isTrue(nominal.subtract(rate).abs().doubleValue() <= 2e-6, nominal);
        });
    }

    private static List<Fact> before(LocalDate day, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.date().isBefore(day)).toList();
    }

    private static void forAll(Consumer<RandomLoan> property) {
        var seeds = LongStream.rangeClosed(1, SEEDS);
        (SEEDS > MANY ? seeds.parallel() : seeds).forEach(seed -> {
            try {
                property.accept(new RandomLoan(seed));
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken, broken);
            }
        });
    }

    /** AssertJ is for people; a million comparisons want less. */
    private static void isTrue(boolean holds, Object found) {
        if (!holds) {
            throw new AssertionError(found.toString());
        }
    }

    private static void same(Object found, Object expected) {
        if (!found.equals(expected)) {
            assertThat(found).isEqualTo(expected);
        }
    }
}
