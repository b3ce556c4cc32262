package tallystick.loan.servicing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Whether rows may fall due; of what was withdrawn none does. */
    boolean hasRowsOn(LocalDate day) {
        return ranOn(day) && state != LoanState.WITHDRAWN;
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
        return agreed(booked.terms(), legs, next).with(terms);
    }

    /** As was agreed instead: what is not paid was never to be. */
    Loan reducedTo(Terms smaller, Funding next) {
        var paid =
                legs.stream().filter(leg -> leg.progress() == Leg.Progress.PAID).toList();
        return agreed(smaller, paid, next);
    }

    private Loan agreed(Terms next, List<Leg> all, Funding funding) {
        var now = new LoanBooked(
                booked.loan(),
                booked.application(),
                booked.borrower(),
                booked.product(),
                booked.productVersion(),
                booked.jurisdiction(),
                booked.bank(),
                next,
                booked.allocation(),
                booked.payees().stream()
                        .filter(payee ->
                                all.stream().anyMatch(leg -> leg.payee().leg() == payee.leg()))
                        .toList(),
                booked.bookingDate(),
                booked.at(),
                funding,
                booked.guarantors(),
                booked.coolingOffDays());
        return but(to -> {
            to.booked = now;
            to.terms = next;
            to.legs = all;
        });
    }

    private Loan with(Terms actual) {
        return but(to -> to.terms = actual);
    }

    Loan with(LoanState next) {
        return but(to -> to.state = next);
    }

    Loan with(Leg changed) {
        var next = legs.stream()
                .map(leg -> leg.payee().leg() == changed.payee().leg() ? changed : leg)
                .toList();
        return but(to -> to.legs = next);
    }

    Loan with(List<Transaction> next) {
        return but(to -> to.transactions = next);
    }

    Loan plus(Transaction moved) {
        return with(and(transactions, moved));
    }

    Loan withQuotes(List<Quoted> next) {
        return but(to -> to.quotes = next);
    }

    Loan plus(Quoted quote) {
        return withQuotes(and(quotes, quote));
    }

    /** A payout came back: it runs no more until it is paid again, and then as was agreed. */
    Loan waiting() {
        return but(to -> {
            to.state = LoanState.PAYING_OUT;
            to.terms = booked.terms();
            to.activeSince = null;
            to.revisions = List.of();
        });
    }

    Loan activeFrom(LocalDate day, Terms actual) {
        return but(to -> {
            to.state = LoanState.ACTIVE;
            to.terms = actual;
            to.activeSince = day;
        });
    }

    Loan holding(String reference) {
        return but(to -> to.held = and(held, reference));
    }

    Loan withCharges(List<Charge> next) {
        return but(to -> to.charges = next);
    }

    Loan plus(Charge charge) {
        return withCharges(and(charges, charge));
    }

    Optional<Charge> charge(int nr) {
        return charges.stream().filter(charge -> charge.nr() == nr).findFirst();
    }

    Loan withProposals(List<Proposal> next) {
        return but(to -> to.proposals = next);
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
        return but(to -> to.revisions = next);
    }

    Loan plus(Revision revision) {
        return withRevisions(and(revisions, revision));
    }

    Loan withSubrogations(List<Subrogation> next) {
        return but(to -> to.subrogations = next);
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
        return but(to -> to.care = next);
    }

    private Loan but(Consumer<Next> change) {
        var next = new Next(this);
        change.accept(next);
        return next.loan();
    }

    /** Collects what is different afterwards. */
    private static final class Next {
        private LoanBooked booked;
        private LoanState state;
        private Terms terms;
        private List<Leg> legs;
        private List<Transaction> transactions;
        private List<Quoted> quotes;
        private @Nullable LocalDate activeSince;
        private List<String> held;
        private List<Charge> charges;
        private List<Proposal> proposals;
        private List<Revision> revisions;
        private List<Subrogation> subrogations;
        private Care care;

        Next(Loan before) {
            booked = before.booked;
            state = before.state;
            terms = before.terms;
            legs = before.legs;
            transactions = before.transactions;
            quotes = before.quotes;
            activeSince = before.activeSince;
            held = before.held;
            charges = before.charges;
            proposals = before.proposals;
            revisions = before.revisions;
            subrogations = before.subrogations;
            care = before.care;
        }

        Loan loan() {
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
                    care);
        }
    }

    private static <T> List<T> and(List<T> all, T more) {
        var next = new ArrayList<>(all);
        next.add(more);
        return next;
    }
}
