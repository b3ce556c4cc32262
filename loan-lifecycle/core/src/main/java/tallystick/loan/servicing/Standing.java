package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.Owed;
import tallystick.loan.engine.Agreed;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Amortization;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.Convention;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.LateRow;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Method;
import tallystick.loan.engine.NewTerms;
import tallystick.loan.engine.Payoff;
import tallystick.loan.engine.Share;
import tallystick.loan.engine.Statement;
import tallystick.loan.terms.EngineTerms;

/** Where a loan stands, computed by the engine from what moved. */
record Standing(Loan loan, LoanTerms terms, AllocationRules rules) {
    static Standing of(Loan loan) {
        return new Standing(
                loan,
                EngineTerms.of(loan.terms()),
                EngineTerms.rules(loan.booked().allocation()));
    }

    Statement on(LocalDate day) {
        return LoanEngine.statement(terms, rules, facts(loan.transactions()), day);
    }

    /** Rows that were not paid when their days of grace were over. */
    List<LateRow> late(int graceDays, LocalDate day) {
        return LoanEngine.late(terms, rules, facts(loan.transactions()), graceDays, day);
    }

    /** With all that happened, on the last day on which something did. */
    Statement atLast() {
        return on(lastDay());
    }

    /** On which something moved, was charged or agreed. */
    LocalDate lastDay() {
        return lastDay(loan.transactions());
    }

    /** What is to come can only be planned anew where interest follows the balance. */
    boolean canBePlannedAnew() {
        return terms.convention() == Convention.STANDARD && terms.method() != Method.FLAT;
    }

    /** Who has withdrawn owes what ends the loan; before it ran nobody owes anything. */
    LoanEvent.Parts owedOn(LocalDate day) {
        if (!loan.ranOn(day)) {
            return nothing();
        }
        return loan.state() == LoanState.WITHDRAWN ? owedToEnd(day) : owed(on(day));
    }

    /** What ends the loan on the day. */
    LoanEvent.Parts owedToEnd(LocalDate day) {
        return parts(payoff(day));
    }

    LoanEvent.Parts parts(Payoff payoff) {
        return new LoanEvent.Parts(
                payoff.principal(), payoff.interest(), payoff.fees(), payoff.penalties(), loan.zero());
    }

    Money overdue(Statement now) {
        return loan.hasRowsOn(now.asOf()) ? now.overdue() : loan.zero();
    }

    Payoff payoff(LocalDate day) {
        return LoanEngine.payoff(terms, rules, facts(loan.transactions()), day);
    }

    /** What each repayment pays once this one is there too. */
    Statement with(Transaction moved) {
        var all = new ArrayList<>(loan.transactions());
        all.add(moved);
        return LoanEngine.statement(terms, rules, facts(all), lastDay(all));
    }

    private LocalDate lastDay(List<Transaction> all) {
        return Stream.of(
                        all.stream().map(Transaction::valueDate),
                        loan.charges().stream().map(Charge::date),
                        loan.revisions().stream().map(Revision::date))
                .flatMap(days -> days)
                .filter(day -> day.isAfter(terms.start()))
                .max(LocalDate::compareTo)
                .orElse(terms.start());
    }

    /** What nobody has used of the money that no row took; a refund that is owed again has used nothing. */
    Money credit(Statement now) {
        return loan.transactions().stream()
                .filter(moved -> !moved.valueDate().isAfter(now.asOf()))
                .map(this::used)
                .reduce(now.creditBalance(), Money::minus);
    }

    private Money used(Transaction moved) {
        if (moved.isOwedBack()) {
            return moved.amount().negate();
        }
        return moved.isRefund() ? moved.amount() : loan.zero();
    }

    private record Known(Instant at, Fact fact) {}

    /** In the order in which they became known. */
    private List<Fact> facts(List<Transaction> transactions) {
        var moved = transactions.stream()
                .filter(each -> each.pays() || each.isOwedBack())
                .map(each -> new Known(each.bookedAt(), fact(each)));
        var charged = loan.charges().stream()
                .filter(charge -> charge.left().isPositive())
                .map(charge -> new Known(charge.at(), fact(charge)));
        var revised = loan.revisions().stream().map(revision -> new Known(revision.at(), fact(revision)));
        return Stream.of(moved, charged, revised)
                .flatMap(facts -> facts)
                .sorted(Comparator.comparing(Known::at))
                .map(Known::fact)
                .toList();
    }

    private static Fact fact(Charge charge) {
        return new Fact.Charge(
                charge.id(),
                charge.date(),
                Fact.Charge.Kind.valueOf(charge.kind().name()),
                charge.due(),
                charge.left());
    }

    /** Money that came under a payoff quote pays what was quoted, through the day the quote is good. */
    private Fact fact(Transaction moved) {
        if (moved.isOwedBack()) {
            return new Fact.Charge(
                    moved.id(), moved.valueDate(), Fact.Charge.Kind.PRINCIPAL, moved.valueDate(), moved.amount());
        }
        if (moved.type() == Transaction.Type.FORGIVENESS) {
            return new Fact.Forgiveness(moved.id(), moved.valueDate(), moved.amount(), component(moved.component()));
        }
        var effect = moved.effect();
        if (effect != null) {
            return new Fact.Prepayment(
                    moved.id(), moved.valueDate(), moved.amount(), Fact.Prepayment.Effect.valueOf(effect.name()));
        }
        var through = Optional.ofNullable(moved.payoffQuote())
                .flatMap(loan::quote)
                .map(Quoted::goodThrough)
                .orElse(null);
        return new Fact.Repayment(moved.id(), moved.valueDate(), moved.amount(), through);
    }

    /** What a payment pays, or a change of terms makes principal. */
    LoanEvent.Parts parts(Statement now, String of) {
        return now.share(of).map(Standing::parts).orElseGet(this::nothing);
    }

    private static @Nullable Component component(@Nullable Owed owed) {
        return owed == null ? null : Component.valueOf(owed.name());
    }

    /** Where it was agreed anew, and what became of what was overdue. */
    private static Fact fact(Revision revision) {
        var to = revision.to();
        return new Fact.Restructure(
                revision.id(),
                revision.date(),
                new NewTerms(
                        to.annualRate(),
                        to.dueDates(),
                        to.amortization() == null
                                ? null
                                : Amortization.valueOf(to.amortization().name()),
                        Agreed.NOTHING,
                        to.capitalizeArrears() ? NewTerms.Arrears.CAPITALIZED : NewTerms.Arrears.STAY));
    }

    LoanEvent.Parts owed(Statement now) {
        var owed = now.outstanding();
        return new LoanEvent.Parts(owed.principal(), owed.interest(), owed.fees(), owed.penalties(), loan.zero());
    }

    private static LoanEvent.Parts parts(Share share) {
        var parts = share.parts();
        return new LoanEvent.Parts(
                parts.principal(), parts.interest(), parts.fees(), parts.penalties(), share.credit());
    }

    LoanEvent.Parts nothing() {
        var zero = loan.zero();
        return new LoanEvent.Parts(zero, zero, zero, zero, zero);
    }
}
