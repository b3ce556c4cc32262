package tallystick.loan.servicing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Terms;

/**
 * A loan as far as its events tell: what was agreed and what moved. What is owed is never stored; {@link Standing}
 * computes it. What may happen is in {@link Deciding}, what an event means in {@link Telling}.
 */
record Loan(
        LoanId id,
        LoanState state,
        ApplicationId application,
        PartyId borrower,
        ProductId product,
        int productVersion,
        String jurisdiction,
        BankId bank,
        Terms terms,
        Allocation allocation,
        List<Leg> legs,
        List<Transaction> transactions,
        List<Quoted> quotes,
        LocalDate bookingDate,
        Instant bookedAt,
        @Nullable LocalDate activeSince,
        List<String> held) {
    Loan {
        legs = List.copyOf(legs);
        transactions = List.copyOf(transactions);
        quotes = List.copyOf(quotes);
        held = List.copyOf(held);
    }

    boolean takesMoney() {
        return state == LoanState.ACTIVE || state == LoanState.PAID_OFF;
    }

    int nextTransaction() {
        return transactions.size() + 1;
    }

    Optional<Leg> leg(int nr) {
        return legs.stream().filter(leg -> leg.payee().leg() == nr).findFirst();
    }

    Optional<Transaction> transaction(int nr) {
        return nr >= 1 && nr <= transactions.size() ? Optional.of(transactions.get(nr - 1)) : Optional.empty();
    }

    Optional<Quoted> quote(String wanted) {
        return quotes.stream().filter(quote -> quote.id().equals(wanted)).findFirst();
    }

    /** Whether money with this reference has been taken already, or put aside. */
    boolean knows(String reference) {
        return held.contains(reference) || transactions.stream().anyMatch(known -> reference.equals(known.reference()));
    }

    Money zero() {
        return Money.zero(terms.principal().currency());
    }

    Loan with(LoanState next) {
        return new Loan(
                id,
                next,
                application,
                borrower,
                product,
                productVersion,
                jurisdiction,
                bank,
                terms,
                allocation,
                legs,
                transactions,
                quotes,
                bookingDate,
                bookedAt,
                activeSince,
                held);
    }

    Loan with(Leg changed) {
        var next = legs.stream()
                .map(leg -> leg.payee().leg() == changed.payee().leg() ? changed : leg)
                .toList();
        return new Loan(
                id,
                state,
                application,
                borrower,
                product,
                productVersion,
                jurisdiction,
                bank,
                terms,
                allocation,
                next,
                transactions,
                quotes,
                bookingDate,
                bookedAt,
                activeSince,
                held);
    }

    Loan with(List<Transaction> next) {
        return new Loan(
                id,
                state,
                application,
                borrower,
                product,
                productVersion,
                jurisdiction,
                bank,
                terms,
                allocation,
                legs,
                next,
                quotes,
                bookingDate,
                bookedAt,
                activeSince,
                held);
    }

    Loan plus(Transaction moved) {
        var next = new ArrayList<>(transactions);
        next.add(moved);
        return with(next);
    }

    Loan withQuotes(List<Quoted> next) {
        return new Loan(
                id,
                state,
                application,
                borrower,
                product,
                productVersion,
                jurisdiction,
                bank,
                terms,
                allocation,
                legs,
                transactions,
                next,
                bookingDate,
                bookedAt,
                activeSince,
                held);
    }

    Loan activeFrom(LocalDate day, Terms actual) {
        return new Loan(
                id,
                LoanState.ACTIVE,
                application,
                borrower,
                product,
                productVersion,
                jurisdiction,
                bank,
                actual,
                allocation,
                legs,
                transactions,
                quotes,
                bookingDate,
                bookedAt,
                day,
                held);
    }

    Loan holding(String reference) {
        var next = new ArrayList<>(held);
        next.add(reference);
        return new Loan(
                id,
                state,
                application,
                borrower,
                product,
                productVersion,
                jurisdiction,
                bank,
                terms,
                allocation,
                legs,
                transactions,
                quotes,
                bookingDate,
                bookedAt,
                activeSince,
                next);
    }
}
