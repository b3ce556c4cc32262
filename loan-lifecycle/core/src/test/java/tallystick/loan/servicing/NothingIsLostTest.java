package tallystick.loan.servicing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static tallystick.loan.servicing.GivenLoan.LOAN;
import static tallystick.loan.servicing.GivenLoan.START;
import static tallystick.loan.servicing.GivenLoan.cny;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Refused;
import tallystick.loan.api.Change;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanCommand;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ChargeFee;
import tallystick.loan.api.LoanCommand.CloseLoanDay;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.CorrectPayee;
import tallystick.loan.api.LoanCommand.OrderDebit;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.DebtForgiven;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.NewTerms;
import tallystick.loan.api.Owed;
import tallystick.loan.api.PrepaymentEffect;
import tallystick.loan.api.Source;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.Statement;

/**
 * What the events moved is what the loan says it owes, whatever happens to it in whatever order: payments of any day,
 * reversals, charges, new terms, payouts that come back. {@code -Dproof.loans=20000} for many more of them.
 */
class NothingIsLostTest {
    private static final int STEPS = 25;
    private static final int GRACE = 4;

    static java.util.stream.IntStream seeds() {
        return java.util.stream.IntStream.range(0, Integer.getInteger("proof.loans", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatMovedIsWhatIsOwed(int seed) {
        var life = new Life(seed);
        for (var step = 0; step < STEPS; step++) {
            life.step();
            life.check();
        }
    }

    /** One loan and what happens to it. */
    private static final class Life {
        private final GivenLoan given;
        private final Random random;
        private LocalDate today = START;
        private int nr;
        private boolean closed;

        Life(int seed) {
            random = new Random(seed);
            given = seed % 2 == 0 ? GivenLoan.active() : GivenLoan.charging(fee());
        }

        private Terms.LateFee fee() {
            return random.nextBoolean()
                    ? new Terms.LateFee(cny("25.00"), null, GRACE, null, cny("60.00"))
                    : new Terms.LateFee(null, new BigDecimal("0.03"), GRACE, cny("90.00"), null);
        }

        void step() {
            today = today.plusDays(random.nextInt(12));
            nr++;
            closed = false;
            try {
                var command = next();
                given.when(command);
                closed = command instanceof CloseLoanDay;
            } catch (Refused _) {
                // A no is an answer too: nothing has happened.
            }
        }

        private LoanCommand next() {
            return switch (random.nextInt(13)) {
                case 0, 1, 2 -> repayment(null);
                case 3 -> repayment(any(PrepaymentEffect.class));
                case 4 -> new ReverseTransaction(LOAN, 1 + random.nextInt(9), "RETURNED", today, today, "sim", at());
                case 5 -> charge();
                case 6, 7 ->
                    new ProposeChange(LOAN, "c" + nr, change(), "so", cny("99999.00"), today, today, "sim", at());
                case 8 -> new CloseLoanDay(LOAN, today, 90, at());
                case 9 ->
                    new OrderDebit(LOAN, new InstructionId("instr-" + nr), amount(500_000), today, today, "sim", at());
                case 10 -> approval();
                case 11 -> payout();
                default ->
                    random.nextInt(5) == 0 ? new WithdrawLoan(LOAN, "no", today, 400, "sim", at()) : repayment(null);
            };
        }

        /** Each step is known after the one before it. */
        private Instant at() {
            return Instant.parse("2026-01-02T00:00:00Z").plusSeconds(nr);
        }

        private Money amount(int mostFen) {
            return cny(BigDecimal.valueOf(1 + random.nextInt(mostFen), 2).toPlainString());
        }

        private LoanCommand repayment(@org.jspecify.annotations.Nullable PrepaymentEffect effect) {
            var day = today.minusDays(random.nextInt(40));
            return new ReceiveRepayment(
                    LOAN,
                    amount(random.nextInt(6) == 0 ? 1_400_000 : 450_000),
                    day,
                    today,
                    Source.BANK_CALLBACK,
                    random.nextInt(4) == 0 ? "instr-" + random.nextInt(25) : "r" + nr,
                    null,
                    null,
                    "sim",
                    at(),
                    effect);
        }

        private <E extends Enum<E>> E any(Class<E> words) {
            var all = words.getEnumConstants();
            return all[random.nextInt(all.length)];
        }

        private LoanCommand charge() {
            return new ChargeFee(
                    LOAN,
                    "f" + nr,
                    random.nextBoolean() ? FeeKind.FEE : FeeKind.PENALTY,
                    "fee",
                    amount(9_000),
                    today,
                    today.plusDays(random.nextInt(60)),
                    today,
                    "sim",
                    at());
        }

        private Change change() {
            return switch (random.nextInt(9)) {
                case 7 -> guarantee();
                case 8 ->
                    new Change.VoidGuarantee(
                            given.loan().subrogations().isEmpty()
                                    ? "none"
                                    : given.loan().subrogations().getLast().claim());
                case 0 -> new Change.WaiveFee(1 + random.nextInt(3), amount(9_000));
                case 1 -> new Change.RefundCredit(refund(), "order");
                case 2 -> new Change.Forgive(amount(90_000), random.nextBoolean() ? null : any(Owed.class));
                case 3 -> new Change.EnterRepayment(amount(90_000), today.minusDays(random.nextInt(30)), "slip");
                case 4 -> new Change.ChangeTerms(holiday());
                default ->
                    new Change.ChangeTerms(new NewTerms(
                            NewTerms.Kind.RESTRUCTURE,
                            random.nextBoolean() ? null : Rate.of("0.0" + (1 + random.nextInt(9))),
                            null,
                            null,
                            random.nextBoolean()));
            };
        }

        /** What a row owes, or all of it. */
        private Change guarantee() {
            var standing = Standing.of(given.loan());
            var row = 1 + random.nextInt(3);
            var rows = random.nextInt(4) == 0 ? List.<Integer>of() : List.of(row);
            var owed = rows.isEmpty()
                    ? standing.payoff(today).total()
                    : standing.on(today).rows().stream()
                            .filter(one -> one.row().nr() == row)
                            .map(one -> one.outstanding().total())
                            .findFirst()
                            .orElse(cny("1.00"));
            return new Change.PayGuarantee(GivenLoan.GUARANTOR, rows, owed, null);
        }

        private NewTerms holiday() {
            var dates = RowsToCome.of(given.loan(), today).paused(1 + random.nextInt(3));
            return NewTerms.on(NewTerms.Kind.PAYMENT_HOLIDAY, dates);
        }

        /** All of it, mostly. */
        private Money refund() {
            var standing = Standing.of(given.loan());
            var credit = standing.credit(standing.atLast());
            return credit.isPositive() && random.nextInt(4) > 0 ? credit : amount(50_000);
        }

        private LoanCommand approval() {
            var open = given.loan().proposals().stream()
                    .filter(proposal -> proposal.approvedBy() == null)
                    .findFirst();
            return open.<LoanCommand>map(
                            proposal -> new ApproveChange(LOAN, proposal.id(), proposal.hash(), today, "other", at()))
                    .orElseGet(() -> repayment(null));
        }

        /** Seldom comes back; then it is paid again. */
        private LoanCommand payout() {
            var leg = given.loan().legs().getFirst();
            return switch (leg.progress()) {
                case ORDERED -> new ConfirmPayout(LOAN, 1, leg.attempt(), today, today, at());
                case REJECTED -> new CorrectPayee(LOAN, GivenLoan.payee("payee" + nr), "ann", "bob", at());
                case PAID ->
                    random.nextInt(3) == 0
                            ? new ReturnPayout(LOAN, 1, leg.attempt(), "closed", today, today, at())
                            : repayment(null);
            };
        }

        void check() {
            var loan = given.loan();
            var standing = Standing.of(loan);
            var now = standing.atLast();
            var owed =
                    loan.activeSince() == null ? loan.zero() : now.outstanding().principal();
            assertThat(sum(Life::principal)).as("principal after %d steps", nr).isEqualTo(owed);
            assertThat(sum(Life::credit)).as("credit after %d steps", nr).isEqualTo(now.creditBalance());
            assertThat(standing.credit(now).isNegative())
                    .as("credit below zero")
                    .isFalse();
            assertThat(now.paidOff() && loan.state() == LoanState.ACTIVE).isFalse();
            assertThat(!now.paidOff() && loan.state() == LoanState.PAID_OFF).isFalse();
            checkLateFees(loan);
            loan.transactions().stream()
                    .filter(Transaction::pays)
                    .forEach(moved ->
                            assertThat(total(requireNonNull(moved.parts()))).isEqualTo(moved.amount()));
        }

        /**
         * Each is what a statement of the last day of grace asks for, had there been no late fees. A refund that is owed bears
         * none, and a statement does not tell it from what was planned.
         */
        private void checkLateFees(Loan loan) {
            if (loan.transactions().stream().anyMatch(Transaction::isOwedBack)) {
                return;
            }
            var rule = loan.terms().lateFee();
            var others = Standing.of(loan.withCharges(loan.charges().stream()
                    .filter(charge -> charge.late() == null)
                    .toList()));
            var charged = cny("0.00");
            for (var charge : loan.charges()) {
                var late = charge.late();
                if (late != null && rule != null && loan.state() != LoanState.WITHDRAWN) {
                    var left = planned(others.on(late.row().plusDays(GRACE)), late.row());
                    assertThat(late.asked())
                            .as("late fee of %s after %d steps", late.row(), nr)
                            .isEqualTo(asked(rule, left, charged));
                    charged = charged.plus(charge.amount());
                }
            }
            if (rule != null) {
                checkAllCharged(loan, rule, others, charged);
            }
        }

        /** After a close each row that was late when its grace was over has its fee, unless the loan has all it may. */
        private void checkAllCharged(Loan loan, Terms.LateFee rule, Standing others, Money charged) {
            var full = rule.perLoan() != null && !charged.isLessThan(rule.perLoan());
            if (!closed
                    || full
                    || loan.state() != LoanState.ACTIVE
                    || loan.transactions().stream().anyMatch(Transaction::isOwedBack)) {
                return;
            }
            for (var row : others.on(today).rows()) {
                var due = row.row().due();
                if (due.plusDays(GRACE).isBefore(today)
                        && planned(others.on(due.plusDays(GRACE)), due).isPositive()) {
                    assertThat(loan.charges())
                            .as("late fee of %s after %d steps", due, nr)
                            .anyMatch(charge ->
                                    charge.late() != null && charge.late().row().equals(due));
                }
            }
        }

        private static Money asked(Terms.LateFee rule, Money left, Money charged) {
            if (left.isZero()) {
                return left;
            }
            return rule.fraction() == null
                    ? requireNonNull(rule.amount())
                            .min(requireNonNull(rule.perLoan()).minus(charged))
                    : left.times(rule.fraction(), RoundingMode.HALF_UP).min(requireNonNull(rule.perRow()));
        }

        private static Money planned(Statement then, LocalDate due) {
            return then.rows().stream()
                    .filter(row -> row.row().due().equals(due))
                    .map(row ->
                            row.outstanding().principal().plus(row.outstanding().interest()))
                    .reduce(cny("0.00"), Money::plus);
        }

        private Money sum(Function<LoanEvent, Money> part) {
            return given.happened().stream().map(part).reduce(cny("0.00"), Money::plus);
        }

        /** As the posting rules book it. */
        private static Money principal(LoanEvent event) {
            return switch (event) {
                case PayoutConfirmed e -> e.amount();
                case PayoutReturned e -> e.amount().negate();
                case RepaymentReceived e -> e.parts().principal().negate();
                case DebtForgiven e -> e.parts().principal().negate();
                case TransactionReversed e -> e.parts().principal();
                case RefundOwed e -> e.amount();
                case RefundCovered e -> e.amount().negate();
                case LoanRestated e -> moved(e, Parts::principal).negate();
                case TermsChanged e -> income(e.capitalized());
                case CapitalizationRestated e -> income(e.more());
                default -> cny("0.00");
            };
        }

        private static Money credit(LoanEvent event) {
            return switch (event) {
                case RepaymentReceived e -> e.parts().credit();
                case DebtForgiven e -> e.parts().credit();
                case TransactionReversed e -> e.parts().credit().negate();
                case LoanRestated e -> moved(e, Parts::credit);
                default -> cny("0.00");
            };
        }

        private static Money moved(LoanRestated event, Function<Parts, Money> part) {
            return event.moved().stream()
                    .map(moved -> part.apply(moved.after()).minus(part.apply(moved.before())))
                    .reduce(cny("0.00"), Money::plus);
        }

        private static Money income(Parts parts) {
            return parts.interest().plus(parts.fees()).plus(parts.penalties());
        }

        private static Money total(Parts parts) {
            return income(parts).plus(parts.principal()).plus(parts.credit());
        }
    }
}
