package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
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

    Payoff payoff(LocalDate day) {
        return LoanEngine.payoff(terms, rules, facts(loan.transactions()), day);
    }

    /** What each repayment pays once this one is there too. */
    Statement with(Transaction moved) {
        var all = new ArrayList<>(loan.transactions());
        all.add(moved);
        return LoanEngine.statement(terms, rules, facts(all), lastDay(all));
    }

    /** As it is when a transaction is taken back. */
    Statement without(Transaction reversed) {
        var left = loan.transactions().stream()
                .filter(known -> known.nr() != reversed.nr())
                .toList();
        return LoanEngine.statement(terms, rules, facts(left), lastDay(left));
    }

    private LocalDate lastDay(List<Transaction> all) {
        return all.stream()
                .map(Transaction::valueDate)
                .max(LocalDate::compareTo)
                .orElse(terms.start());
    }

    private List<Fact> facts(List<Transaction> transactions) {
        return transactions.stream()
                .filter(moved -> moved.type() == Transaction.Type.REPAYMENT && moved.reversedBy() == null)
                .map(this::fact)
                .toList();
    }

    /** Money that came under a payoff quote pays what was quoted, through the day the quote is good. */
    private Fact fact(Transaction moved) {
        var through = Optional.ofNullable(moved.payoffQuote())
                .flatMap(loan::quote)
                .map(Quoted::goodThrough)
                .orElse(null);
        return new Fact.Repayment(moved.id(), moved.valueDate(), moved.amount(), through);
    }

    LoanEvent.Parts parts(Statement now, Transaction of) {
        return now.share(of.id()).map(Standing::parts).orElseGet(this::nothing);
    }

    private static LoanEvent.Parts parts(Share share) {
        var parts = share.parts();
        return new LoanEvent.Parts(
                parts.principal(), parts.interest(), parts.fees(), parts.penalties(), share.credit());
    }

    private LoanEvent.Parts nothing() {
        var zero = loan.zero();
        return new LoanEvent.Parts(zero, zero, zero, zero, zero);
    }
}
