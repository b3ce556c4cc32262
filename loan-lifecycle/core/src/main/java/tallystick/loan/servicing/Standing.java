package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Parts;
import tallystick.loan.engine.Payoff;
import tallystick.loan.engine.Statement;
import tallystick.loan.terms.EngineAllocation;
import tallystick.loan.terms.EngineTerms;

/** Where a loan stands, computed by the engine from what moved. */
record Standing(Loan loan, LoanTerms terms, AllocationRules rules) {
    static Standing of(Loan loan) {
        return new Standing(
                loan,
                EngineTerms.of(loan.terms()),
                EngineAllocation.of(loan.booked().allocation()));
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
                .map(Standing::fact)
                .toList();
    }

    /** Money cannot have come before the loan ran. */
    private static Fact fact(Transaction moved) {
        return moved.payoffQuote() == null
                ? new Fact.Repayment(
                        moved.id(), moved.valueDate(), moved.amount().amount())
                : new Fact.PayingOff(
                        moved.id(), moved.valueDate(), moved.amount().amount());
    }

    LoanEvent.Parts parts(Parts of) {
        return new LoanEvent.Parts(
                money(of.principal()),
                money(of.interest()),
                money(of.fees()),
                money(of.penalties()),
                money(of.credit()));
    }

    LoanEvent.Parts parts(Statement now, Transaction of) {
        return Optional.ofNullable(now.parts().get(of.id())).map(this::parts).orElseGet(this::nothing);
    }

    private LoanEvent.Parts nothing() {
        var zero = loan.zero();
        return new LoanEvent.Parts(zero, zero, zero, zero, zero);
    }

    Money money(java.math.BigDecimal amount) {
        return new Money(terms.currency(), amount);
    }
}
