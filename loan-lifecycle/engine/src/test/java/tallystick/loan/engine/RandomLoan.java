package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import tallystick.kernel.BusinessDayRule;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** A loan of our convention, its rules and its facts, made from a seed: mostly usual ones, some at the edge. */
final class RandomLoan {
    private static final List<String> CURRENCIES = List.of("JPY", "CNY", "KWD");
    private static final List<String> DAY_COUNTS =
            List.of("30/360", "30E/360", "ACT/360", "ACT/365", "ACT/365L", "ACT/ACT", "MONTHS_PLUS_DAYS/360");
    private static final List<String> STEPS = List.of("P15D", "P2W", "HALF_MONTH", "P1M", "P1M", "P3M", "P1Y");
    private static final List<Amortization> COMPUTED = List.of(
            Amortization.EQUAL_INSTALLMENTS,
            Amortization.EQUAL_INSTALLMENTS,
            Amortization.EQUAL_PRINCIPAL,
            Amortization.INTEREST_ONLY,
            Amortization.BULLET);
    private static final List<String> EDGES = List.of("0", "0.000001", "10");
    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final long LARGEST = 10_000_000_000_000L;
    private static final int MANY_ROWS = 40;
    private static final int MOST_ROWS = 1200;
    private static final int MOST_TRIES = 100;

    private final Random random;
    private final LoanTerms terms;

    RandomLoan(long seed) {
        // Neighbouring seeds make neighbouring numbers: they are spread first.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        terms = possible();
    }

    /** Terms may be refused, such as an instalment below its interest; nothing else may happen. */
    private LoanTerms possible() {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            try {
                var found = draft().terms();
                LoanEngine.schedule(found);
                return found;
            } catch (TermsNotPossible refused) {
                // Others are tried.
            }
        }
        throw new AssertionError("Expected terms that are possible; found none in " + MOST_TRIES);
    }

    LoanTerms terms() {
        return terms;
    }

    Random random() {
        return random;
    }

    private TermsDraft draft() {
        var currency = Currency.getInstance(any(CURRENCIES));
        var count = 1 + random.nextInt(random.nextInt(40) == 0 ? MOST_ROWS : MANY_ROWS);
        var start = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(DAYS_OF_400_YEARS));
        var every = Step.parse(count > MANY_ROWS ? "P1M" : any(STEPS));
        var draft = new TermsDraft(principal(currency, count), rate(), start, every, dueDates(start, every, count))
                .method(random.nextInt(5) == 0 ? Method.FLAT : Method.DECLINING)
                .amortization(any(COMPUTED))
                .interestPeriod(any(List.of(InterestPeriod.values())))
                .dayCount(DayCount.parse(any(DAY_COUNTS)))
                .rounding(
                        new Rounding(any(List.of(RoundingMode.HALF_EVEN, RoundingMode.HALF_UP)), 1 + random.nextInt(3)))
                .downPayment(new BigDecimal(any(List.of("0", "0", "12.5"))));
        sometimes(draft, start, count);
        return draft;
    }

    /** Of the start's day, of month ends, or after a first period that is longer or shorter. */
    private List<LocalDate> dueDates(LocalDate start, Step every, int count) {
        var endOfMonth = every.unit().hasDayOfMonth() && random.nextInt(4) == 0;
        var first = random.nextInt(6) == 0 ? start.plusDays(1 + random.nextInt(80)) : null;
        var days = new DueDays(null, DueDays.FirstPeriod.LONG, endOfMonth, BusinessDayRule.NONE, null);
        return DueDates.of(start, first, every, count, days);
    }

    private Money principal(Currency currency, int count) {
        var most = random.nextInt(20) == 0 && count <= MANY_ROWS ? LARGEST : 2_000_000_00L;
        return Money.ofMinor(currency, random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 1 + random.nextLong(most));
    }

    private Rate rate() {
        return Rate.of(
                random.nextInt(20) == 0
                        ? any(EDGES)
                        : BigDecimal.valueOf(random.nextInt(4000), 4).toPlainString());
    }

    private void sometimes(TermsDraft draft, LocalDate start, int count) {
        if (random.nextInt(3) == 0) {
            draft.grace(new Grace(random.nextInt(count), random.nextInt(count), random.nextInt(count)));
        }
        if (random.nextBoolean()) {
            var compounding = random.nextBoolean() ? Step.parse("P1M") : null;
            draft.penalty(
                    new Penalty(Rate.of("0.18"), any(List.of(Penalty.On.values())), random.nextInt(5), compounding));
        }
        if (random.nextInt(6) == 0) {
            draft.rates(List.of(new RateStep(start.plusDays(random.nextInt(300)), rate())));
        }
        if (random.nextInt(6) == 0) {
            draft.taxes(List.of(
                    new Tax("tax", new BigDecimal("0.06"), any(List.of(Tax.On.values())), random.nextBoolean())));
        }
        var terms = draft.terms();
        rarely(draft, terms);
        if (random.nextInt(3) == 0) {
            tranches(draft, terms);
        }
    }

    private void rarely(TermsDraft draft, LoanTerms terms) {
        if (random.nextInt(6) == 0) {
            var fee = Money.ofMinor(terms.currency(), random.nextInt(500));
            draft.fees(List.of(new Fee("fee", any(List.of(Fee.When.values())), fee)));
        }
        if (terms.method() == Method.FLAT) {
            draft.rebate(any(List.of(Rebate.values())));
            return;
        }
        draft.negativeAmortization(random.nextInt(8) == 0);
        if (random.nextInt(8) == 0) {
            var units = 1 + random.nextLong(Units.of(terms.principal()));
            draft.amortization(Amortization.FIXED_INSTALLMENT)
                    .agreed(Agreed.installment(Money.ofMinor(terms.currency(), units)));
        } else if (random.nextInt(8) == 0) {
            draft.amortization(Amortization.CUSTOM).agreed(Agreed.principals(parts(terms)));
        }
    }

    private List<Money> parts(LoanTerms terms) {
        var left = terms.principal();
        var parts = new ArrayList<Money>();
        for (var row = 1; row < terms.dueDates().size(); row++) {
            var part = Money.ofMinor(terms.currency(), random.nextLong(Units.of(left) / 2 + 1));
            parts.add(part);
            left = left.minus(part);
        }
        parts.add(left);
        return parts;
    }

    private void tranches(TermsDraft draft, LoanTerms terms) {
        var units = Units.of(terms.principal());
        var days =
                (int) (terms.dueDates().getLast().toEpochDay() - terms.start().toEpochDay());
        if (units < 2 || days < 2) {
            return;
        }
        var first = Money.ofMinor(terms.currency(), 1 + random.nextLong(units - 1));
        var second = terms.start().plusDays(1 + random.nextInt(days - 1));
        draft.disbursements(List.of(
                new Disbursement(terms.start(), first),
                new Disbursement(second, terms.principal().minus(first))));
    }

    AllocationRules rules() {
        var slots = new ArrayList<>(SampleTerms.RULES.standard().order());
        Collections.shuffle(slots, random);
        return AllocationRules.of(AllocationRule.complete(
                slots, any(List.of(AllocationRule.Across.values())), any(List.of(AllocationRule.Future.values()))));
    }

    /** In the order in which they became known, which is not that of their days. */
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        var days =
                (int) (terms.dueDates().getLast().toEpochDay() - terms.start().toEpochDay()) + 50;
        for (var i = random.nextInt(12); i > 0; i--) {
            facts.add(fact("-" + i, terms.start().plusDays(random.nextInt(days))));
        }
        return facts;
    }

    private Fact fact(String id, LocalDate day) {
        var amount = Money.ofMinor(terms.currency(), 1 + random.nextLong(Units.of(terms.principal()) + 1));
        return switch (random.nextInt(10)) {
            case 0 -> new Fact.Charge(id, day, any(List.of(Fact.Charge.Kind.values())), day.plusDays(9), amount);
            case 1 -> new Fact.GoodwillCredit(id, day, amount);
            case 2 ->
                new Fact.Forgiveness(id, day, amount, random.nextBoolean() ? any(List.of(Component.values())) : null);
            case 9 -> canBePlannedAnew(day) ? restructure(id, day) : new Fact.ChargeOff(id, day);
            case 3, 4 -> canBePlannedAnew(day) ? prepayment(id, day, amount) : new Fact.Repayment(id, day, amount);
            default -> new Fact.Repayment(id, day, amount);
        };
    }

    private Fact prepayment(String id, LocalDate day, Money amount) {
        return new Fact.Prepayment(id, day, amount, any(List.of(Fact.Prepayment.Effect.values())));
    }

    private Fact restructure(String id, LocalDate day) {
        var arrears = any(List.of(NewTerms.Arrears.values()));
        return new Fact.Restructure(
                "restructure" + id, day, NewTerms.rate(rate()).with(arrears));
    }

    private boolean canBePlannedAnew(LocalDate day) {
        return terms.method() != Method.FLAT
                && !day.isBefore(terms.disbursements().getLast().date());
    }

    LocalDate after() {
        return terms.dueDates().getLast().plusDays(60);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
