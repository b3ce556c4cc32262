package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.Money;

/** The facts of a loan played on its schedule, in the order of their dates. */
final class Replay {
    private final LoanTerms terms;
    private final AllocationRules rules;
    private final Earning earning;
    private final OpenRows rows;
    private final List<Share> shares = new ArrayList<>();
    private long creditUnits;

    private Replay(LoanTerms terms, AllocationRules rules) {
        this.terms = terms;
        this.rules = rules;
        var schedule = LoanEngine.schedule(terms);
        earning = new Earning(terms, schedule);
        rows = new OpenRows(terms, schedule);
    }

    static Replay of(LoanTerms terms, AllocationRules rules, List<Fact> facts) {
        var replay = new Replay(terms, rules);
        facts.forEach(replay::on);
        return replay;
    }

    private void on(Fact fact) {
        rows.growThrough(fact.date());
        switch (fact) {
            case Fact.Repayment repayment when covers(repayment) -> settle(repayment);
            case Fact.Payment payment -> share(payment, rules.of(payment));
            case Fact.Charge charge -> charge(charge);
            case Fact.ChargeOff chargeOff -> shares.add(new Share(chargeOff.id(), false, rows.outstanding(), 0));
            case Fact.Reversal _ -> {}
        }
    }

    private boolean covers(Fact.Repayment repayment) {
        var payoff = settlement(repayment).parts().totalUnits();
        return earning.endsWithPayoff() && payoff > 0 && Units.of(repayment.amount()) >= payoff;
    }

    private Settlement settlement(Fact.Repayment repayment) {
        var through = repayment.payoffThrough() == null ? repayment.date() : repayment.payoffThrough();
        return new Settlement(rows, earning, through);
    }

    private void settle(Fact.Repayment repayment) {
        settlement(repayment).close();
        // Everything is paid, whatever the rule would do with money that is more than is due.
        share(repayment, rules.of(repayment).withFuture(AllocationRule.Future.NEXT_ROW));
    }

    private void charge(Fact.Charge charge) {
        var component = charge.kind() == Fact.Charge.Kind.FEE ? Component.FEE : Component.PENALTY;
        rows.charge(new DueCharge(component, charge.due(), Units.of(charge.amount())));
    }

    private void share(Fact.Payment payment, AllocationRule rule) {
        var allocated = Allocator.share(terms, rows, rule, payment);
        creditUnits += allocated.credit();
        shares.add(new Share(payment.id(), false, allocated.parts(), allocated.credit()));
    }

    Optional<Share> share(String fact) {
        return shares.stream().filter(share -> share.of().equals(fact)).findFirst();
    }

    List<Share> shares() {
        return shares;
    }

    OpenRows rows() {
        return rows;
    }

    Payoff payoff(LocalDate through) {
        rows.growThrough(through);
        var parts = new Settlement(rows, earning, through).parts();
        return new Payoff(
                through,
                parts.principal(),
                parts.interest(),
                parts.fees(),
                parts.penalties(),
                Money.ofMinor(terms.currency(), earning.perDay(through)));
    }

    Money credit() {
        return Money.ofMinor(terms.currency(), creditUnits);
    }
}
