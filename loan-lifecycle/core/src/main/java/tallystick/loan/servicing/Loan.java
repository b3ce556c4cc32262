package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.Change;
import tallystick.loan.api.Funding;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Terms;

/**
 * A loan as far as its events tell: what was agreed and what moved. What is owed is never stored; {@link Standing}
 * computes it. What may happen is in {@link Deciding}, what an event means in {@link Telling}.
 *
 * @param booked what was agreed
 * @param terms as agreed, with the payout dates as they came to be
 * @param held references of money it could not take, or had taken by an entry of one of our people
 * @param revisions what was agreed anew, the oldest first
 * @param subrogations what guarantors have paid of it, the oldest first
 * @param care how it is looked after: what the last day close found
 */
record Loan(
        LoanBooked booked,
        LoanState state,
        Terms terms,
        List<Leg> legs,
        List<Transaction> transactions,
        List<Quoted> quotes,
        @Nullable LocalDate activeSince,
        List<String> held,
        List<Charge> charges,
        List<Proposal> proposals,
        List<Revision> revisions,
        List<Subrogation> subrogations,
        Care care) {
    Loan {
        legs = List.copyOf(legs);
        transactions = List.copyOf(transactions);
        quotes = List.copyOf(quotes);
        held = List.copyOf(held);
        charges = List.copyOf(charges);
        proposals = List.copyOf(proposals);
        revisions = List.copyOf(revisions);
        subrogations = List.copyOf(subrogations);
    }

    static Loan of(LoanBooked booked) {
        return new Loan(
                booked,
                LoanState.PAYING_OUT,
                booked.terms(),
                booked.payees().stream().map(Leg::ordered).toList(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Care.NEW);
    }

    /** One that was paid out elsewhere. */
    static Loan imported(LoanBooked booked, List<Transaction> moved) {
        return of(booked)
                .activeFrom(booked.terms().disbursements().getFirst().date(), booked.terms())
                .with(moved);
    }

    LoanId id() {
        return booked.loan();
    }

    String jurisdiction() {
        return booked.jurisdiction();
    }

    /** Whether money of it was out by then. */
    boolean ranOn(LocalDate day) {
        return activeSince != null && !day.isBefore(activeSince);
    }

    boolean takesMoney() {
        return state == LoanState.ACTIVE || state == LoanState.PAID_OFF || state == LoanState.WITHDRAWN;
    }

    int nextTransaction() {
        return transactions.size() + 1;
    }

    Optional<Leg> leg(int nr) {
        return legs.stream().filter(leg -> leg.payee().leg() == nr).findFirst();
    }

    /** That two people have named, or to which it was paid out; none where all went to a dealer, or another system paid it. */
    Optional<Sealed> borrowersAccount() {
        return proposals.reversed().stream()
                .filter(proposal -> proposal.progress() == Proposal.Progress.DONE)
                .map(Proposal::what)
                .filter(Change.NameAccount.class::isInstance)
                .map(what -> ((Change.NameAccount) what).account())
                .findFirst()
                .or(this::paidTo);
    }

    private Optional<Sealed> paidTo() {
        return legs.stream()
                .map(Leg::payee)
                .filter(payee -> payee.purpose().equals(Payee.CUSTOMER))
                .map(Payee::account)
                .findFirst();
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

    /** Whether a bank has told this loan of the row that somebody notes. */
    boolean isTold(String noted) {
        return held.stream().anyMatch(row -> Transaction.isRow(row, noted))
                || transactions.stream().anyMatch(known -> known.isTold(noted));
    }

    Money zero() {
        return Money.zero(terms.principal().currency());
    }

    /** As it was agreed, with those who lend now. */
    Loan fundedBy(Funding next) {
        var now = new LoanBooked(
                booked.loan(),
                booked.application(),
                booked.borrower(),
                booked.product(),
                booked.productVersion(),
                booked.jurisdiction(),
                booked.bank(),
                booked.terms(),
                booked.allocation(),
                booked.payees(),
                booked.bookingDate(),
                booked.at(),
                next,
                booked.guarantors(),
                booked.coolingOffDays());
        return new Loan(
                now,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan with(LoanState next) {
        return new Loan(
                booked,
                next,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan with(Leg changed) {
        var next = legs.stream()
                .map(leg -> leg.payee().leg() == changed.payee().leg() ? changed : leg)
                .toList();
        return new Loan(
                booked,
                state,
                terms,
                next,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan with(List<Transaction> next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                next,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan plus(Transaction moved) {
        return with(and(transactions, moved));
    }

    Loan withQuotes(List<Quoted> next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                next,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan plus(Quoted quote) {
        return withQuotes(and(quotes, quote));
    }

    /** A payout came back: it runs no more until it is paid again, and then as was agreed. */
    Loan waiting() {
        return new Loan(
                booked,
                LoanState.PAYING_OUT,
                booked.terms(),
                legs,
                transactions,
                quotes,
                null,
                held,
                charges,
                proposals,
                List.of(),
                subrogations,
                care);
    }

    Loan activeFrom(LocalDate day, Terms actual) {
        return new Loan(
                booked,
                LoanState.ACTIVE,
                actual,
                legs,
                transactions,
                quotes,
                day,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan holding(String reference) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                and(held, reference),
                charges,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan withCharges(List<Charge> next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                next,
                proposals,
                revisions,
                subrogations,
                care);
    }

    Loan plus(Charge charge) {
        return withCharges(and(charges, charge));
    }

    Optional<Charge> charge(int nr) {
        return charges.stream().filter(charge -> charge.nr() == nr).findFirst();
    }

    Loan withProposals(List<Proposal> next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                next,
                revisions,
                subrogations,
                care);
    }

    Loan plus(Proposal proposal) {
        return withProposals(and(proposals, proposal));
    }

    /** As REST shows them. */
    List<String> flags() {
        var flags = new ArrayList<String>();
        if (revisions.stream().anyMatch(Revision::isRestructure)) {
            flags.add("RESTRUCTURED");
        }
        flags.addAll(care.flags());
        if (!subrogations.isEmpty()) {
            flags.add("SUBROGATED");
        }
        return flags;
    }

    Optional<Proposal> proposal(String wanted) {
        return proposals.stream().filter(known -> known.id().equals(wanted)).findFirst();
    }

    Loan withRevisions(List<Revision> next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                next,
                subrogations,
                care);
    }

    Loan plus(Revision revision) {
        return withRevisions(and(revisions, revision));
    }

    Loan withSubrogations(List<Subrogation> next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                next,
                care);
    }

    Loan plus(Subrogation subrogation) {
        return withSubrogations(and(subrogations, subrogation));
    }

    Optional<Subrogation> subrogation(String claim) {
        return subrogations.stream()
                .filter(known -> known.claim().equals(claim))
                .findFirst();
    }

    /** How the books see what is paid now. */
    @Nullable
    Accounting accounting() {
        return care.chargedOff() ? Accounting.CHARGED_OFF : null;
    }

    Loan with(Care next) {
        return new Loan(
                booked,
                state,
                terms,
                legs,
                transactions,
                quotes,
                activeSince,
                held,
                charges,
                proposals,
                revisions,
                subrogations,
                next);
    }

    private static <T> List<T> and(List<T> all, T more) {
        var next = new ArrayList<>(all);
        next.add(more);
        return next;
    }
}
