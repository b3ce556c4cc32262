package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** The facts of a loan played on its schedule, in the order of their dates. */
final class Replay {
    private final LoanTerms terms;
    private final PaymentOrders orders;
    private final Tranches tranches;
    private final OpenRows rows;
    private final List<Share> shares;
    /** Of facts that tell something and pay nothing. */
    private final Set<String> told = new HashSet<>(0);

    private final @Nullable GraceEnds graceEnds;

    private Plan plan;
    private long creditUnits;
    private long otherThanPrincipal;

    private Replay(LoanTerms terms, AllocationRules rules, int facts, @Nullable GraceEnds graceEnds) {
        this.terms = terms;
        this.graceEnds = graceEnds;
        orders = new PaymentOrders(rules);
        tranches = new Tranches(terms);
        plan = Plan.of(tranches.first());
        rows = new OpenRows(terms, plan.schedule());
        shares = new ArrayList<>(facts);
    }

    private Replay(Replay other) {
        terms = other.terms;
        orders = other.orders.copy();
        tranches = other.tranches.copy();
        plan = other.plan;
        rows = other.rows.copy();
        shares = new ArrayList<>(other.shares);
        told.addAll(other.told);
        creditUnits = other.creditUnits;
        otherThanPrincipal = other.otherThanPrincipal;
        graceEnds = null;
    }

    Replay copy() {
        return new Replay(this);
    }

    static Replay of(LoanTerms terms, AllocationRules rules, List<Fact> facts) {
        var replay = new Replay(terms, rules, facts.size(), null);
        facts.forEach(replay::on);
        return replay;
    }

    /** The rows of which something was left when their days of grace were over. */
    static List<LateRow> late(
            LoanTerms terms, AllocationRules rules, List<Fact> facts, int graceDays, LocalDate through) {
        var ends = new GraceEnds(graceDays);
        var replay = new Replay(terms, rules, facts.size(), ends);
        facts.forEach(replay::on);
        replay.through(through);
        return ends.late(terms.currency());
    }

    /** Until the end of a day on which nothing else happens. */
    Replay through(LocalDate day) {
        while (tranches.isNextThrough(day)) {
            plan = Plan.of(tranches.next());
            rows.become(plan.schedule(), day);
        }
        rows.growThrough(day);
        if (graceEnds != null) {
            graceEnds.note(day, rows.all());
        }
        return this;
    }

    void on(Fact fact) {
        through(fact.date());
        switch (fact) {
            case Fact.Repayment repayment
            when covers(repayment, quotedThrough(repayment)) -> settle(repayment, quotedThrough(repayment));
            case Fact.Prepayment prepayment
            when covers(prepayment, prepayment.date()) -> settle(prepayment, prepayment.date());
            case Fact.Prepayment prepayment -> prepay(prepayment);
            case Fact.Forgiveness forgiveness -> share(forgiveness, order(forgiveness));
            case Fact.CreditUse use -> use(use);
            case Fact.Payment payment -> share(payment, orders.of(payment));
            case Fact.CreditRefund refund -> refund(refund);
            case Fact.Charge charge -> charge(charge);
            case Fact.Restructure restructure -> restructure(restructure);
            case Fact.ChargeOff chargeOff -> chargeOff(chargeOff);
            case Fact.StatusChange change -> orders.become(change.status());
            case Fact.WriteOff writeOff -> tell(writeOff, rows.outstanding());
            case Fact.Reversal _ -> {}
        }
    }

    private void chargeOff(Fact.ChargeOff chargeOff) {
        orders.become(AccountingStatus.CHARGED_OFF);
        tell(chargeOff, rows.outstanding());
    }

    private void tell(Fact fact, Parts parts) {
        told.add(fact.id());
        shares.add(new Share(fact.id(), false, parts, 0));
    }

    private static LocalDate quotedThrough(Fact.Repayment repayment) {
        return repayment.payoffThrough() == null ? repayment.date() : repayment.payoffThrough();
    }

    private boolean covers(Fact.Payment payment, LocalDate through) {
        var amount = Units.of(payment.amount());
        // Interest and fees that were paid early may pay principal in the end, but no more than was paid of them.
        if (!plan.endsWithPayoff() || !rows.couldPayPrincipal(amount + otherThanPrincipal)) {
            return false;
        }
        var payoff = settlement(through).parts().totalUnits();
        return payoff > 0 && amount >= payoff;
    }

    private Settlement settlement(LocalDate through) {
        return new Settlement(rows, plan, through);
    }

    private void settle(Fact.Payment payment, LocalDate through) {
        giveBack(settlement(through).close());
        // Everything is paid, whatever the rule would do with money that is more than is due.
        share(payment, orders.of(payment, AllocationRule.Future.NEXT_ROW));
    }

    /** What was paid too early of interest and fees pays principal, in the payments that had brought it. */
    private void giveBack(Parts back) {
        var left = back;
        for (var place = shares.size() - 1; place >= 0 && left.totalUnits() > 0; place--) {
            if (!told.contains(shares.get(place).of())) {
                left = left.minus(giveBack(place, left));
            }
        }
    }

    private Parts giveBack(int place, Parts most) {
        var share = shares.get(place);
        var moved = share.parts().atMost(most);
        var principal = rows.payPrincipal(moved.totalUnits());
        var credit = moved.totalUnits() - principal;
        creditUnits += credit;
        shares.set(place, share.moved(moved, principal, credit));
        return moved;
    }

    /** What is due is paid first; the rest is principal before its time. */
    private void prepay(Fact.Prepayment prepayment) {
        var due = Allocator.share(terms, rows, orders.of(prepayment, AllocationRule.Future.CREDIT), prepayment);
        var open = rows.after(prepayment.date());
        var principal = open.stream().mapToLong(OpenRow::plannedPrincipal).sum();
        var prepaid = Math.min(due.credit(), principal);
        if (prepaid == principal) {
            giveBack(settlement(prepayment.date()).close());
            prepaid = rows.payPrincipal(prepaid);
        } else if (prepaid > 0) {
            replan(prepayment, prepaid, principal, open);
        }
        credit(prepayment, due.parts().plus(Component.PRINCIPAL, prepaid), due.credit() - prepaid);
    }

    private void payOut(String fact, Money amount) {
        var units = Units.of(amount);
        if (units > creditUnits) {
            throw new TermsNotPossible(
                    "facts/%s/amount".formatted(fact), "must be at most the credit of " + credit(), amount.toString());
        }
        creditUnits -= units;
    }

    private void replan(Fact.Prepayment prepayment, long prepaid, long principal, List<OpenRow> open) {
        var day = prepayment.date();
        plan = new Replanning(plan, open, day).after(prepaid, prepayment.effect());
        rows.replaceAfter(day, plan.schedule());
        rows.prepaid(day, prepaid, principal - prepaid);
    }

    private void restructure(Fact.Restructure restructure) {
        var day = restructure.date();
        var capitalized = restructure.terms().arrears() == NewTerms.Arrears.CAPITALIZED
                ? rows.giveUpOverdue(day)
                : Parts.none(terms.currency());
        try {
            plan = new Replanning(plan, rows.after(day), day).after(restructure.terms(), capitalized.totalUnits());
        } catch (TermsNotPossible impossible) {
            throw impossible.within("facts/%s/terms/".formatted(restructure.id()));
        }
        rows.replaceAfter(day, plan.schedule());
        tell(restructure, capitalized);
    }

    private PaymentOrder order(Fact.Forgiveness forgiveness) {
        return forgiveness.component() == null
                ? orders.of(forgiveness)
                : orders.of(forgiveness, forgiveness.component());
    }

    private void use(Fact.CreditUse use) {
        payOut(use.id(), use.amount());
        share(use, orders.of(use));
    }

    private void refund(Fact.CreditRefund refund) {
        payOut(refund.id(), refund.amount());
        shares.add(new Share(refund.id(), false, Parts.none(terms.currency()), -Units.of(refund.amount())));
    }

    private void charge(Fact.Charge charge) {
        var component = Component.valueOf(charge.kind().name());
        rows.charge(new DueCharge(component, charge.due(), Units.of(charge.amount())));
    }

    private void share(Fact.Payment payment, PaymentOrder order) {
        var allocated = Allocator.share(terms, rows, order, payment);
        credit(payment, allocated.parts(), allocated.credit());
    }

    private void credit(Fact.Payment payment, Parts parts, long credit) {
        creditUnits += credit;
        otherThanPrincipal += parts.interestUnits() + parts.feeUnits();
        shares.add(new Share(payment.id(), false, parts, credit));
    }

    Optional<Share> share(String fact) {
        return shares.stream().filter(share -> share.of().equals(fact)).findFirst();
    }

    Share nothing(String fact) {
        return new Share(fact, false, Parts.none(terms.currency()), 0);
    }

    List<Share> shares() {
        return shares;
    }

    OpenRows rows() {
        return rows;
    }

    Payoff payoff(LocalDate day) {
        through(day);
        var parts = settlement(day).parts();
        through(day.plusDays(1));
        var tomorrow = settlement(day.plusDays(1)).parts();
        var more = tomorrow.totalUnits() - tomorrow.feeUnits() - (parts.totalUnits() - parts.feeUnits());
        return new Payoff(
                day,
                parts.principal(),
                parts.interest(),
                parts.fees(),
                parts.penalties(),
                Money.ofMinor(terms.currency(), Math.max(0, more)));
    }

    Money credit() {
        return Money.ofMinor(terms.currency(), creditUnits);
    }
}
