package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tallystick.kernel.BusinessDayRule;
import tallystick.kernel.Money;
import tallystick.loan.engine.cost.Yields;

/** What is true of every loan: see {@link Seeds}. {@code -Pproof} tries 300,000 loans for each. */
class PropertiesTest {
    @Test
    void principalRowsAddUpToWhatWasPaidOut() {
        Seeds.forAll("principal rows add up to what was paid out", loan -> {
            var schedule = LoanEngine.schedule(loan.terms());
            var paidOut = 0L;
            var paidBack = 0L;
            for (var row : schedule.rows()) {
                paidOut += row.isToPay() ? 0 : row.balanceUnits();
                paidBack += row.parts().principalUnits();
                isTrue(row.parts().principalUnits() >= 0 && row.parts().interestUnits() >= 0, row);
                isTrue(row.balanceUnits() >= 0, row);
                isTrue(!row.isToPay() || row.balanceUnits() == paidOut - paidBack, row);
            }
            same(paidBack, paidOut);
            same(LoanEngine.schedule(loan.terms()), schedule);
        });
    }

    @Test
    void nothingIsPaidThatIsNotOwedAndNothingIsLost() {
        Seeds.forAll("nothing is paid that is not owed and nothing is lost", loan -> {
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
            for (var row : statement.rows()) {
                paid += row.paid().totalUnits();
                for (var component : Component.values()) {
                    isTrue(row.outstanding().units(component) >= 0, row);
                    isTrue(row.paid().units(component) >= 0, row);
                }
            }
            same(paid, shared);
        });
    }

    @Test
    void rowsOweThePrincipalThatWasPaidOutWhateverHappens() {
        Seeds.forAll("rows owe the principal that was paid out whatever happens", loan -> {
            var facts = loan.facts();
            var statement = LoanEngine.statement(loan.terms(), loan.rules(), facts, loan.after());
            var lent = 0L;
            for (var row : LoanEngine.schedule(loan.terms()).rows()) {
                lent += row.isPayout() ? row.balanceUnits() : 0;
            }
            lent += charged(facts);
            var capitalized = 0L;
            for (var share : statement.shares()) {
                capitalized +=
                        share.of().startsWith("restructure") ? share.parts().totalUnits() : 0;
            }
            var owed = 0L;
            for (var row : statement.rows()) {
                owed += row.row().parts().principalUnits();
            }
            if (!loan.terms().negativeAmortization()) {
                isTrue(owed >= lent && owed <= lent + capitalized, owed);
            }
        });
    }

    /** Principal that is owed beside what was paid out. */
    private static long charged(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Charge charge && charge.kind() == Fact.Charge.Kind.PRINCIPAL)
                .mapToLong(fact -> ((Fact.Charge) fact).amount().minorUnits().longValueExact())
                .sum();
    }

    @Test
    void dueDatesRiseAndMonthEndsStayMonthEnds() {
        Seeds.forAll("due dates rise and month ends stay month ends", loan -> {
            var terms = loan.terms();
            var start = YearMonth.from(terms.start()).atEndOfMonth();
            var month = Step.parse("P1M");
            var ends = new DueDays(null, DueDays.FirstPeriod.LONG, true, BusinessDayRule.NONE, null);
            var before = start;
            for (var due : DueDates.of(start, null, month, 12 + loan.random().nextInt(100), ends)) {
                isTrue(due.getDayOfMonth() == due.lengthOfMonth(), due);
                same(YearMonth.from(due), YearMonth.from(before).plusMonths(1));
                before = due;
            }
            for (var i = 1; i < terms.dueDates().size(); i++) {
                isTrue(terms.dueDates().get(i).isAfter(terms.dueDates().get(i - 1)), terms.dueDates());
            }
        });
    }

    @Test
    void payingThePayoffLeavesNothing() {
        Seeds.forAll("paying the payoff leaves nothing", loan -> {
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
        Seeds.forAll("a backdated fact counts as if it had come in time", loan -> {
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
        Seeds.forAll("a fact that is taken back has never been", loan -> {
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
        Seeds.forAll("fact by fact comes to the same as from scratch", loan -> {
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
        Seeds.forAll("the rate of a schedule is its own", loan -> {
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
