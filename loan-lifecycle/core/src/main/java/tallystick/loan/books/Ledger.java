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
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.bank.api.BankEvent.InstructionReconciled;
import tallystick.bank.api.Order;
import tallystick.bank.api.ReportEvent;
import tallystick.bank.api.ReportEvent.RepaymentReconciled;
import tallystick.bank.api.ReportEvent.UnmatchedMoneyReported;
import tallystick.kernel.Money;
import tallystick.loan.api.Accounting;
import tallystick.loan.api.BooksEvent;
import tallystick.loan.api.BooksEvent.PeriodClosed;
import tallystick.loan.api.BooksId;
import tallystick.loan.api.BusinessDayEvent;
import tallystick.loan.api.BusinessDayEvent.AccrualsPosted;
import tallystick.loan.api.Funding;
import tallystick.loan.api.LoanEvent;
import tallystick.loan.api.LoanEvent.CapitalizationRestated;
import tallystick.loan.api.LoanEvent.CreditRefunded;
import tallystick.loan.api.LoanEvent.DebtForgiven;
import tallystick.loan.api.LoanEvent.GuaranteePaid;
import tallystick.loan.api.LoanEvent.GuaranteeVoided;
import tallystick.loan.api.LoanEvent.InterestCapitalized;
import tallystick.loan.api.LoanEvent.LenderReplaced;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanChargedOff;
import tallystick.loan.api.LoanEvent.LoanImported;
import tallystick.loan.api.LoanEvent.LoanRestated;
import tallystick.loan.api.LoanEvent.MoneyHeld;
import tallystick.loan.api.LoanEvent.Parts;
import tallystick.loan.api.LoanEvent.PayoutConfirmed;
import tallystick.loan.api.LoanEvent.PayoutReduced;
import tallystick.loan.api.LoanEvent.PayoutReturned;
import tallystick.loan.api.LoanEvent.RefundCovered;
import tallystick.loan.api.LoanEvent.RefundFailed;
import tallystick.loan.api.LoanEvent.RefundOwed;
import tallystick.loan.api.LoanEvent.RepaymentReceived;
import tallystick.loan.api.LoanEvent.ShareSold;
import tallystick.loan.api.LoanEvent.TermsChanged;
import tallystick.loan.api.LoanEvent.TransactionReversed;
import tallystick.loan.api.RefundTo;
import tallystick.loan.api.SuspenseEvent;
import tallystick.loan.api.SuspenseEvent.SuspenseMoved;
import tallystick.loan.api.SuspenseEvent.SuspenseOpened;
import tallystick.loan.api.SuspenseEvent.SuspenseProposed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefundFailed;
import tallystick.loan.api.SuspenseEvent.SuspenseRefunded;
import tallystick.loan.api.SuspenseEvent.SuspenseReturned;
import tallystick.loan.shares.Owners;
import tallystick.runtime.processing.BatchWriter;

/**
 * Writes one balanced journal for each money event, in the transaction of the token. It halts rather than skip one, and
 * reads in one line: what a closed period still takes does not depend on who was quicker.
 */
final class Ledger {
    private final PostingRules rules;
    private final Chart chart = new Chart();
    private final Transfers transfers;

    Ledger(PostingRules rules) {
        this.rules = rules;
        transfers = new Transfers(rules);
    }

    @EventHandler
    void on(
            LoanEvent event,
            @MessageIdentifier String cause,
            @Timestamp Instant knownAt,
            BatchWriter writer,
            JdbcTemplate jdbc) {
        if (event instanceof ShareSold || event instanceof GuaranteePaid) {
            kept(event.loan().value(), writer, jdbc);
        }
        var entry = entry(event.loan().value(), event, cause, knownAt, writer);
        switch (event) {
            case LoanBooked e -> entry.owned(e.funding());
            case LoanImported e -> {
                entry.owned(e.funding());
                entry.book(e.bookingDate(), parts(e.opening()));
            }
            case LenderReplaced e -> entry.ownedInstead(e.funding());
            case PayoutReduced e -> entry.ownedInstead(e.funding());
            case PayoutConfirmed e -> entry.paidOut(e.bookingDate(), e.amount(), e.lender());
            case PayoutReturned e -> entry.paidOut(e.bookingDate(), e.amount(), e.lender());
            case RepaymentReceived e -> entry.book(e.bookingDate(), e.accounting(), parts(e.parts()));
            case TransactionReversed e -> entry.book(e.bookingDate(), e.accounting(), parts(e.parts()));
            case DebtForgiven e -> entry.book(e.bookingDate(), e.accounting(), parts(e.parts()));
            case CreditRefunded e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case LoanChargedOff e -> entry.chargedOff(e.bookingDate(), e.lost().principal());
            case MoneyHeld e -> entry.held(e.bookingDate(), e.amount(), when(e.accounting()), e.lender());
            case RefundFailed e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case RefundOwed e -> entry.book(e.bookingDate(), e.accounting(), Map.of("principal", e.amount()));
            case RefundCovered e -> entry.book(e.bookingDate(), e.accounting(), Map.of("principal", e.amount()));
            case InterestCapitalized e -> entry.book(e.bookingDate(), e.accounting(), Map.of("interest", e.more()));
            case TermsChanged e -> entry.book(e.bookingDate(), capitalized(e.capitalized()));
            case CapitalizationRestated e ->
                entry.write(e.bookingDate(), moved("TermsChanged", "", capitalized(e.more())));
            case LoanRestated e -> entry.write(e.bookingDate(), restated(e));
            case ShareSold e -> entry.change(e.bookingDate(), shares -> transfers.sold(e, shares));
            case GuaranteePaid e ->
                entry.change(e.bookingDate(), shares -> transfers.guaranteed(e, shares, when(e.accounting())));
            case GuaranteeVoided e ->
                entry.change(e.bookingDate(), shares -> transfers.voided(e, shares, when(e.accounting())));
            default -> {}
        }
    }

    /** From now on it is kept who owns what of the loan. */
    private void kept(String loan, BatchWriter writer, JdbcTemplate jdbc) {
        writer.flush();
        if (SharesTable.of(List.of(loan), chart, jdbc).isEmpty()) {
            var own = new LoanShares(chart, Owners.of(Funding.OWN), SharesTable.moved(loan, jdbc));
            SharesTable.write(Map.of(loan, own), jdbc);
        }
    }

    /** A statement shows an order: what was in transit has arrived, or has come back. */
    @EventHandler
    void on(InstructionReconciled e, @MessageIdentifier String cause, @Timestamp Instant knownAt, BatchWriter writer) {
        var loan = e.order().loan();
        var when = e.order().kind() + (e.back() ? "Back" : "");
        var moved = moved("InstructionReconciled", when, "amount", e.amount());
        var entry = entry("bank", loan == null ? null : loan.value(), e, cause, knownAt, writer);
        switch (e.order()) {
            case Order.PayOut _ -> entry.write(e.valueDate(), List.of(moved.through(e.bank())));
            case Order.BuyBack _ -> entry.change(e.valueDate(), _ -> Transfers.price(moved, e.bank()));
            case Order.GuaranteePayment order ->
                entry.change(e.valueDate(), shares -> transfers.arrived(moved, order, when, shares));
            default -> entry.write(e.valueDate(), List.of(moved));
        }
    }

    /** A statement shows what customers paid at the bank, or money that nobody can match: it is in suspense by itself. */
    @EventHandler
    void on(ReportEvent event, @MessageIdentifier String cause, @Timestamp Instant knownAt, BatchWriter writer) {
        switch (event) {
            case RepaymentReconciled e ->
                entry("bank", e.loan().value(), e, cause, knownAt, writer)
                        .write(e.valueDate(), List.of(moved("RepaymentReconciled", "", "amount", e.amount())));
            case UnmatchedMoneyReported e -> {
                var when = e.credit() ? "" : "OUT";
                entry("bank", null, e, cause, knownAt, writer)
                        .write(e.valueDate(), List.of(moved("UnmatchedMoneyReported", when, "amount", e.amount())));
            }
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
            var moved = e.interest().stream()
                    .map(earned -> moved("AccrualsPosted", "", "interest", earned))
                    .toList();
            entry(null, e, cause, knownAt, writer).write(e.through(), moved);
        }
    }

    /** Money that a loan held is in suspense already. */
    @EventHandler
    void on(SuspenseEvent event, @MessageIdentifier String cause, @Timestamp Instant knownAt, BatchWriter writer) {
        var entry = entry(null, event, cause, knownAt, writer);
        switch (event) {
            case SuspenseOpened e when e.heldFor() == null -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseMoved e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseRefunded e ->
                entry(loan(e.to()), e, cause, knownAt, writer).book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseRefundFailed e ->
                entry(e.loan().value(), e, cause, knownAt, writer).book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseReturned e -> entry.book(e.bookingDate(), Map.of("amount", e.amount()));
            case SuspenseOpened _, SuspenseProposed _ -> {}
        }
    }

    /** What its bank pays back leaves the books in which the loan held it. */
    private static @Nullable String loan(@Nullable RefundTo to) {
        return to == null ? null : to.loan().value();
    }

    private Entry entry(@Nullable String loan, Object event, String cause, Instant knownAt, BatchWriter writer) {
        return entry("loan", loan, event, cause, knownAt, writer);
    }

    private Entry entry(
            String context, @Nullable String loan, Object event, String cause, Instant knownAt, BatchWriter writer) {
        var name = event.getClass().getSimpleName();
        return new Entry(context, loan, name, cause, knownAt, writer.of(Journals.class, () -> new Journals(chart)));
    }

    /** One event on its way into the books. */
    private final class Entry {
        private final String context;
        private final @Nullable String loan;
        private final String event;
        private final String cause;
        private final Instant knownAt;
        private final Journals journals;

        Entry(String context, @Nullable String loan, String event, String cause, Instant knownAt, Journals journals) {
            this.context = context;
            this.loan = loan;
            this.event = event;
            this.cause = cause;
            this.knownAt = knownAt;
            this.journals = journals;
        }

        void owned(@Nullable Funding funding) {
            if (funding != null && loan != null) {
                journals.owned(loan, new LoanShares(chart, Owners.of(funding), Map.of()));
            }
        }

        /** What has moved so far stays where it is. */
        void ownedInstead(Funding funding) {
            change(LocalDate.EPOCH, shares -> {
                shares.owners(Owners.of(funding));
                return List.of();
            });
        }

        void book(LocalDate date, Map<String, Money> parts) {
            book(date, null, parts);
        }

        void book(LocalDate date, @Nullable Accounting accounting, Map<String, Money> parts) {
            write(date, moved(event, when(accounting), parts));
        }

        void paidOut(LocalDate date, Money amount, @Nullable BooksId lender) {
            write(date, List.of(moved(event, "", "principal", amount).by(lender)));
        }

        void held(LocalDate date, Money amount, String when, @Nullable BooksId lender) {
            write(date, List.of(moved(event, when, "amount", amount).by(lender)));
        }

        void chargedOff(LocalDate date, Money principal) {
            write(date, List.of(moved(event, "", "principal", principal).debtStanding()));
        }

        void write(LocalDate date, List<Moved> moved) {
            change(
                    date,
                    shares -> moved.stream()
                            .flatMap(one -> shares.book(one).stream())
                            .toList());
        }

        void change(LocalDate date, Function<LoanShares, List<Posting>> postings) {
            journals.add(new Draft(loan, date, knownAt, cause, context + "." + event, postings));
        }
    }

    private Moved moved(String event, String when, String part, Money amount) {
        return Moved.shared(part, amount, rules.of(event, part, when));
    }

    /** The parts that are not zero. */
    private List<Moved> moved(String event, String when, Map<String, Money> parts) {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isZero())
                .map(part -> moved(event, when, part.getKey(), part.getValue()))
                .toList();
    }

    /** What money paid before is booked back, and what it pays now is booked: only the difference moves. */
    private List<Moved> restated(LoanRestated event) {
        var all = new ArrayList<Moved>();
        for (var moved : event.moved()) {
            var difference = new LinkedHashMap<String, Money>();
            var before = parts(moved.before());
            parts(moved.after())
                    .forEach((part, now) -> difference.put(part, now.minus(Objects.requireNonNull(before.get(part)))));
            all.addAll(moved("RepaymentReceived", when(event.accounting()), difference));
        }
        return all;
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
