package tallystick.loan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tallystick.kernel.Money;

/** What is true of every loan, tried on loans made from seeds; a failure names its seed. */
class SchedulePropertiesTest {
    private static final int SEEDS = 400;
    private static final List<Amortization> COMPUTED = List.of(
            Amortization.EQUAL_INSTALLMENTS,
            Amortization.EQUAL_PRINCIPAL,
            Amortization.INTEREST_ONLY,
            Amortization.BULLET);
    private static final List<String> CURRENCIES = List.of("JPY", "CNY", "KWD");
    private static final List<String> DAY_COUNTS =
            List.of("30/360", "30E/360", "ACT/360", "ACT/365", "ACT/365L", "ACT/ACT", "MONTHS_PLUS_DAYS/360");
    private static final List<String> STEPS = List.of("P15D", "P2W", "P1M", "P3M", "P1Y");

    @TestFactory
    Stream<DynamicTest> schedules() {
        return seeds(SchedulePropertiesTest::schedule);
    }

    @TestFactory
    Stream<DynamicTest> allocations() {
        return seeds(SchedulePropertiesTest::allocation);
    }

    @TestFactory
    Stream<DynamicTest> payoffs() {
        return seeds(SchedulePropertiesTest::payoff);
    }

    private static Stream<DynamicTest> seeds(LongConsumer property) {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(SEEDS)
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> property.accept(seed)));
    }

    private static void schedule(long seed) {
        var terms = terms(new Random(seed));
        var schedule = LoanEngine.schedule(terms);
        var paidOut = 0L;
        var paidBack = 0L;
        for (var row : schedule.rows()) {
            paidOut += row.isPayout() ? row.balanceUnits() : 0;
            paidBack += row.parts().principalUnits();
            assertThat(row.parts().principalUnits()).isNotNegative();
            assertThat(row.parts().interestUnits()).isNotNegative();
            if (!row.isPayout()) {
                assertThat(row.balanceUnits()).isEqualTo(paidOut - paidBack);
            }
        }
        assertThat(paidBack).isEqualTo(paidOut);
        assertThat(schedule.rows().getLast().balanceUnits()).isZero();
        assertThat(LoanEngine.schedule(terms)).isEqualTo(schedule);
    }

    private static void allocation(long seed) {
        var random = new Random(seed);
        var terms = terms(random);
        var facts = facts(random, terms);
        var end = terms.dueDates().getLast().plusDays(60);

        var statement = LoanEngine.statement(terms, rules(random), facts, end);

        for (var fact : facts) {
            if (fact instanceof Fact.Payment payment) {
                var share = statement.share(fact.id()).orElseThrow();
                assertThat(share.parts().totalUnits() + share.creditUnits()).isEqualTo(Units.of(payment.amount()));
            }
        }
        var shared = statement.shares().stream()
                .mapToLong(share -> share.parts().totalUnits())
                .sum();
        var paid = statement.rows().stream()
                .mapToLong(row -> row.paid().totalUnits())
                .sum();
        assertThat(paid).isEqualTo(shared);
        for (var row : statement.rows()) {
            for (var component : Component.values()) {
                assertThat(row.outstanding().units(component)).isNotNegative();
            }
        }
    }

    private static void payoff(long seed) {
        var random = new Random(seed);
        var terms = terms(random);
        var start = terms.disbursements().getLast().date();
        var days = (int) (terms.dueDates().getLast().toEpochDay() - start.toEpochDay());
        var day = start.plusDays(random.nextInt(days + 40));

        var payoff = LoanEngine.payoff(terms, SampleTerms.RULES, List.of(), day);

        var facts = List.<Fact>of(new Fact.Repayment("all", day, payoff.total()));
        var statement = LoanEngine.statement(terms, SampleTerms.RULES, facts, day);
        var parts = statement.share("all").orElseThrow().parts();
        assertThat(statement.paidOff()).isTrue();
        assertThat(statement.creditBalance().isZero()).isTrue();
        assertThat(parts.principal()).isEqualTo(payoff.principal());
        assertThat(parts.interest()).isEqualTo(payoff.interest());
        assertThat(parts.penalties()).isEqualTo(payoff.penalties());
    }

    private static LoanTerms terms(Random random) {
        var currency = Currency.getInstance(any(random, CURRENCIES));
        var principal = Money.ofMinor(currency, 1 + random.nextLong(2_000_000_00L));
        var start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
        var count = 1 + random.nextInt(48);
        var every = any(random, STEPS);
        var terms = SampleTerms.of(principal, start.toString(), every, count)
                .rate(BigDecimal.valueOf(random.nextInt(4000), 4).toPlainString())
                .method(any(random, List.of(Method.values())))
                .amortization(any(random, COMPUTED))
                .interestPeriod(any(random, List.of(InterestPeriod.values())))
                .dayCount(any(random, DAY_COUNTS))
                .rounding(any(random, List.of(RoundingMode.HALF_EVEN, RoundingMode.HALF_UP)), 1 + random.nextInt(3))
                .downPayment(any(random, List.of("0", "0", "12.5")))
                .grace(random.nextInt(count), random.nextInt(count), random.nextInt(count));
        if (random.nextBoolean()) {
            terms = terms.penalty("0.18", any(random, List.of(Penalty.On.values())), random.nextInt(5));
        }
        return (random.nextInt(3) > 0 ? terms : tranches(terms, random)).terms();
    }

    private static SampleTerms tranches(SampleTerms terms, Random random) {
        var units = Units.of(terms.principal());
        var start = terms.disbursements().getFirst().date();
        var days = (int) (terms.dueDates().getLast().toEpochDay() - start.toEpochDay());
        if (units < 2 || days < 2) {
            return terms;
        }
        var first = Money.ofMinor(terms.principal().currency(), 1 + random.nextLong(units - 1));
        return terms.disbursements(List.of(
                new Disbursement(start, first),
                new Disbursement(
                        start.plusDays(1 + random.nextInt(days - 1)),
                        terms.principal().minus(first))));
    }

    private static List<Fact> facts(Random random, LoanTerms terms) {
        var facts = new ArrayList<Fact>();
        var days =
                (int) (terms.dueDates().getLast().toEpochDay() - terms.start().toEpochDay()) + 50;
        for (var i = 0; i < random.nextInt(12); i++) {
            var day = terms.start().plusDays(random.nextInt(days));
            var amount = Money.ofMinor(terms.currency(), 1 + random.nextLong(Units.of(terms.principal()) + 1));
            facts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Fact.Charge("f" + i, day, Fact.Charge.Kind.FEE, day.plusDays(9), amount);
                        case 1 -> new Fact.GoodwillCredit("f" + i, day, amount);
                        default -> new Fact.Repayment("f" + i, day, amount);
                    });
        }
        return facts;
    }

    private static AllocationRules rules(Random random) {
        var slots = new ArrayList<>(SampleTerms.RULES.standard().order());
        Collections.shuffle(slots, random);
        return AllocationRules.of(new AllocationRule(
                slots,
                any(random, List.of(AllocationRule.Across.values())),
                any(random, List.of(AllocationRule.Future.values()))));
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
