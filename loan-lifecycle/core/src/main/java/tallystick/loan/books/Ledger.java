package tallystick.loan.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.kernel.Money;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.BooksEvent;
import tallystick.loan.api.BooksEvent.PeriodClosed;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.loan.api.BusinessDayEvent.AccrualsPosted;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.CreditRefunded;
import tallystick.loan.api.LoanEvent.DebtForgiven;
import tallystick.loan.api.LoanEvent.LoanChargedOff;
import tallystick.loan.api.LoanEvent.LoanImported;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.SuspenseEvent;
import tallystick.loan.api.SuspenseEvent.SuspenseMoved;
import tallystick.loan.api.SuspenseEvent.SuspenseOpened;
import tallystick.loan.api.SuspenseEvent.SuspenseProposed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefunded;
import tallystick.runtime.processing.BatchWriter;

/**
 * Writes one balanced journal for each money event, in the transaction of the token. It halts rather than skip one, and
 * reads in one line: what a closed period still takes does not depend on who was quicker.
 */
final class Ledger {
    private final PostingRules rules;

    Ledger(PostingRules rules) {
        this.rules = rules;
    }

    @EventHandler
    void on(LoanEvent event, @MessageIdentifier String cause, @Timestamp Instant knownAt, BatchWriter writer) {
        var entry = entry(event.loan().value(), event, cause, knownAt, writer);
        switch (event) {
            case LoanImported e -> entry.book(e.bookingDate(), parts(e.opening()));
            case PayoutConfirmed e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case PayoutReturned e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case RepaymentReceived e -> entry.book(e.bookingDate(), e.accounting(), parts(e.parts()));
            case TransactionReversed e -> entry.book(e.bookingDate(), e.accounting(), parts(e.parts()));
            case DebtForgiven e -> entry.book(e.bookingDate(), e.accounting(), parts(e.parts()));
            case CreditRefunded e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case LoanChargedOff e ->
                entry.book(e.bookingDate(), Map.of("principal", e.lost().principal()));
            case MoneyHeld e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case TermsChanged e -> entry.book(e.bookingDate(), capitalized(e.capitalized()));
            case CapitalizationRestated e ->
                entry.write(e.bookingDate(), rules.postings("TermsChanged", "", capitalized(e.more())));
            case LoanRestated e -> entry.write(e.bookingDate(), restated(e));
            default -> {}
        }
    }

    /** What came before belongs to the period; what comes after does not. */
    @EventHandler
    void on(BooksEvent event, BatchWriter writer, JdbcTemplate jdbc) {
        switch (event) {
            case PeriodClosed e -> {
                writer.flush();
                jdbc.update(
                        "insert into loan.closed_periods (through, closed_by, closed_at) values (?, ?, ?)",
                        e.through(),
                        e.by(),
                        OffsetDateTime.ofInstant(e.at(), ZoneOffset.UTC));
            }
        }
    }

    /** What was earned over all loans is one journal, whatever their number. */
    @EventHandler
    void on(BusinessDayEvent event, @MessageIdentifier String cause, @Timestamp Instant knownAt, BatchWriter writer) {
        if (event instanceof AccrualsPosted e) {
            var postings = e.interest().stream()
                    .flatMap(earned -> rules.postings("AccrualsPosted", "", Map.of("interest", earned)).stream())
                    .toList();
            entry(null, e, cause, knownAt, writer).write(e.through(), postings);
        }
    }

    /** Money that a loan held is in suspense already. */
    @EventHandler
    void on(SuspenseEvent event, @MessageIdentifier String cause, @Timestamp Instant knownAt, BatchWriter writer) {
        var entry = entry(null, event, cause, knownAt, writer);
        switch (event) {
            case SuspenseOpened e when e.heldFor() == null -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseMoved e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseRefunded e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseOpened _, SuspenseProposed _ -> {}
        }
    }

    private Entry entry(@Nullable String loan, Object event, String cause, Instant knownAt, BatchWriter writer) {
        var name = event.getClass().getSimpleName();
        return new Entry(loan, name, cause, knownAt, writer.of(Journals.class, Journals::new));
    }

    /** One event on its way into the books. */
    private final class Entry {
        private final @Nullable String loan;
        private final String event;
        private final String cause;
        private final Instant knownAt;
        private final Journals journals;

        Entry(@Nullable String loan, String event, String cause, Instant knownAt, Journals journals) {
            this.loan = loan;
            this.event = event;
            this.cause = cause;
            this.knownAt = knownAt;
            this.journals = journals;
        }

        void book(LocalDate date, Map<String, Money> parts) {
            book(date, null, parts);
        }

        void book(LocalDate date, @Nullable Accounting accounting, Map<String, Money> parts) {
            write(date, rules.postings(event, when(accounting), parts));
        }

        void write(LocalDate date, List<Posting> postings) {
            journals.add(new Journal(loan, date, knownAt, cause, "loan." + event, postings));
        }
    }

    /** What money paid before is booked back, and what it pays now is booked: only the difference moves. */
    private List<Posting> restated(LoanRestated event) {
        var postings = new ArrayList<Posting>();
        for (var moved : event.moved()) {
            var difference = new LinkedHashMap<String, Money>();
            var before = parts(moved.before());
            parts(moved.after())
                    .forEach((part, now) -> difference.put(part, now.minus(Objects.requireNonNull(before.get(part)))));
            postings.addAll(rules.postings("RepaymentReceived", when(event.accounting()), difference));
        }
        return postings;
    }

    /** Overdue principal stays principal. */
    private static Map<String, Money> capitalized(Parts parts) {
        var named = parts(parts);
        named.remove("principal");
        return named;
    }

    private static String when(@Nullable Accounting accounting) {
        return accounting == null ? "" : accounting.name();
    }

    private static Map<String, Money> parts(Parts parts) {
        var named = new LinkedHashMap<String, Money>();
        named.put("principal", parts.principal());
        named.put("interest", parts.interest());
        named.put("fees", parts.fees());
        named.put("penalties", parts.penalties());
        named.put("credit", parts.credit());
        return named;
    }
}
