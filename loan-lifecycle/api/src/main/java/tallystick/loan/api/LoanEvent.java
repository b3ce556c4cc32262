package tallystick.loan.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** Everything that can happen to a loan, in the order it happens. Stored for ever: add, never rename or move. */
public sealed interface LoanEvent {
    LoanId loan();

    /**
     * @param guarantors who may pay for the borrower, by their books; null where nobody said
     * @param coolingOffDays for how many days after the payout the borrower may withdraw; null where nobody said
     */
    record LoanBooked(
            LoanId loan,
            ApplicationId application,
            PartyId borrower,
            ProductId product,
            int productVersion,
            String jurisdiction,
            BankId bank,
            Terms terms,
            Allocation allocation,
            List<Payee> payees,
            LocalDate bookingDate,
            Instant at,
            @Nullable Funding funding,
            @Nullable List<BooksId> guarantors,
            @Nullable Integer coolingOffDays)
            implements LoanEvent {
        public LoanBooked {
            guarantors = guarantors == null ? null : List.copyOf(guarantors);
        }

        public LoanBooked(
                LoanId loan,
                ApplicationId application,
                PartyId borrower,
                ProductId product,
                int productVersion,
                String jurisdiction,
                BankId bank,
                Terms terms,
                Allocation allocation,
                List<Payee> payees,
                LocalDate bookingDate,
                Instant at) {
            this(
                    loan,
                    application,
                    borrower,
                    product,
                    productVersion,
                    jurisdiction,
                    bank,
                    terms,
                    allocation,
                    payees,
                    bookingDate,
                    at,
                    null,
                    null,
                    null);
        }
    }

    /**
     * A running loan came from another system: paid out there, and partly paid.
     *
     * @param history with what each payment paid, as our arithmetic shares it out
     * @param opening what the books take over: the principal that is left, the interest that was paid, the credit
     */
    record LoanImported(
            LoanId loan,
            String portfolio,
            String reference,
            ApplicationId application,
            PartyId borrower,
            ProductId product,
            int productVersion,
            String jurisdiction,
            BankId bank,
            Terms terms,
            Allocation allocation,
            List<Taken> history,
            Parts opening,
            LocalDate bookingDate,
            String by,
            Instant at,
            @Nullable Funding funding)
            implements LoanEvent {
        public LoanImported(
                LoanId loan,
                String portfolio,
                String reference,
                ApplicationId application,
                PartyId borrower,
                ProductId product,
                int productVersion,
                String jurisdiction,
                BankId bank,
                Terms terms,
                Allocation allocation,
                List<Taken> history,
                Parts opening,
                LocalDate bookingDate,
                String by,
                Instant at) {
            this(
                    loan,
                    portfolio,
                    reference,
                    application,
                    borrower,
                    product,
                    productVersion,
                    jurisdiction,
                    bank,
                    terms,
                    allocation,
                    history,
                    opening,
                    bookingDate,
                    by,
                    at,
                    null);
        }

        public LoanImported {
            history = List.copyOf(history);
        }
    }

    /** One payment that another system took. */
    record Taken(LocalDate valueDate, Money amount, Parts parts) {}

    /**
     * @param transaction its number among the loan's transactions
     * @param lender whose share it was, where each pays its own; null for all of them
     */
    record PayoutConfirmed(
            LoanId loan,
            int leg,
            int transaction,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant at,
            @Nullable BooksId lender)
            implements LoanEvent {
        public PayoutConfirmed(
                LoanId loan,
                int leg,
                int transaction,
                Money amount,
                LocalDate valueDate,
                LocalDate bookingDate,
                Instant at) {
            this(loan, leg, transaction, amount, valueDate, bookingDate, at, null);
        }
    }

    /**
     * Every leg is paid: interest runs from the value date. Where that is not before the first due date, all due dates move
     * by as many steps as it takes.
     *
     * @param payouts what was paid when, where legs were paid on different days and each bears interest from its own; null
     *     where all does from the value date
     */
    record LoanActivated(
            LoanId loan,
            ApplicationId application,
            LocalDate valueDate,
            Instant at,
            @Nullable List<Terms.Disbursement> payouts)
            implements LoanEvent {
        public LoanActivated {
            payouts = payouts == null ? null : List.copyOf(payouts);
        }
    }

    record PayoutRejected(LoanId loan, ApplicationId application, int leg, int attempt, String reason, Instant at)
            implements LoanEvent {}

    /** A leg came back. The loan runs no more until it is paid again; what was repaid meanwhile is taken back and held. */
    record PayoutReturned(
            LoanId loan,
            ApplicationId application,
            int leg,
            int transaction,
            Money amount,
            String reason,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant at,
            @Nullable BooksId lender)
            implements LoanEvent {
        public PayoutReturned(
                LoanId loan,
                ApplicationId application,
                int leg,
                int transaction,
                Money amount,
                String reason,
                LocalDate valueDate,
                LocalDate bookingDate,
                Instant at) {
            this(loan, application, leg, transaction, amount, reason, valueDate, bookingDate, at, null);
        }
    }

    record PayeeCorrected(LoanId loan, Payee payee, int attempt, String by, String approvedBy, Instant at)
            implements LoanEvent {}

    /**
     * Another bank is to pay the share of one whose order failed.
     *
     * @param payee the leg, with the bank that pays it now
     * @param funding who lends from here on
     */
    record LenderReplaced(LoanId loan, Payee payee, int attempt, Funding funding, Instant at) implements LoanEvent {}

    /** What was not paid is not lent any more: a smaller loan, as was agreed instead, of those who have paid. */
    record PayoutReduced(
            LoanId loan, String jurisdiction, Terms terms, Funding funding, LocalDate bookingDate, Instant at)
            implements LoanEvent {}

    /** @param orders that no bank has answered; null is all of them */
    record PayoutStopAsked(
            LoanId loan,
            String reason,
            String by,
            Instant at,
            @Nullable List<InstructionId> orders) implements LoanEvent {
        public PayoutStopAsked {
            orders = orders == null ? null : List.copyOf(orders);
        }

        /** Whether this one is to be stopped. */
        public boolean means(InstructionId order) {
            return orders == null || orders.contains(order);
        }
    }

    record LoanCancelled(LoanId loan, ApplicationId application, String reason, String by, Instant at)
            implements LoanEvent {}

    /**
     * @param parts what the amount paid, fixed when it was received; a later restatement says what moved
     * @param effect what became of the rows to come where principal was paid early; null for what the contract says
     */
    record RepaymentReceived(
            LoanId loan,
            int transaction,
            Money amount,
            Parts parts,
            LocalDate valueDate,
            LocalDate bookingDate,
            Source source,
            String reference,
            @Nullable String note,
            @Nullable String payoffQuote,
            String by,
            Instant at,
            @Nullable Accounting accounting,
            @Nullable PrepaymentEffect effect)
            implements LoanEvent {}

    record TransactionReversed(
            LoanId loan,
            int transaction,
            int of,
            Money amount,
            Parts parts,
            String reason,
            LocalDate valueDate,
            LocalDate bookingDate,
            String by,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {}

    /**
     * A bank told of what one of our people had entered: it is the same money.
     *
     * @param transaction the entry, which counts as the bank's from now on
     * @param reference of the bank's row
     */
    record RepaymentMatched(
            LoanId loan, int transaction, Source source, String reference, LocalDate valueDate, String by, Instant at)
            implements LoanEvent {}

    /** A fact of an earlier day changed what later money paid: what moved, and in which transaction. */
    record LoanRestated(
            LoanId loan,
            int because,
            List<Moved> moved,
            LocalDate bookingDate,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {}

    record PayoffQuoted(
            LoanId loan, String quote, LocalDate goodThrough, Parts parts, Money perDay, String by, Instant at)
            implements LoanEvent {}

    record LoanPaidOff(LoanId loan, LocalDate valueDate, Instant at) implements LoanEvent {}

    /** What had paid the loan off does not any more. */
    record LoanReopened(LoanId loan, LocalDate date, Instant at) implements LoanEvent {}

    /**
     * Money of a customer that belongs to a loan that cannot take it: kept with an owner, never lost.
     *
     * @param accounting {@code PAYOUT_RETURN} when a payout came back, else null
     * @param lender whose payout it was that came back, where each pays its own
     */
    record MoneyHeld(
            LoanId loan,
            Money amount,
            LocalDate valueDate,
            String reference,
            String why,
            LocalDate bookingDate,
            Instant at,
            @Nullable Accounting accounting,
            @Nullable BooksId lender)
            implements LoanEvent {
        public MoneyHeld(
                LoanId loan,
                Money amount,
                LocalDate valueDate,
                String reference,
                String why,
                LocalDate bookingDate,
                Instant at) {
            this(loan, amount, valueDate, reference, why, bookingDate, at, null, null);
        }
    }

    /**
     * The loan is late in another measure than the day before.
     *
     * @param from null when it was not late
     * @param principal what was left of it then
     */
    record BucketChanged(
            LoanId loan,
            @Nullable Bucket from,
            @Nullable Bucket to,
            long overdueDays,
            Money principal,
            LocalDate date,
            Instant at)
            implements LoanEvent {}

    /** Interest is earned no more before it is paid; what was earned and not paid is taken back. */
    record AccrualStopped(LoanId loan, long overdueDays, LocalDate date, Instant at) implements LoanEvent {}

    /** All arrears are paid: interest is earned again, from the beginning. */
    record AccrualResumed(LoanId loan, LocalDate date, Instant at) implements LoanEvent {}

    record MandateRegistered(LoanId loan, String reference, String by, Instant at) implements LoanEvent {}

    record MandateCancelled(LoanId loan, String reason, String by, Instant at) implements LoanEvent {}

    /**
     * A close found something due that the borrower lets us collect.
     *
     * @param due the day the bank is to collect on
     */
    record DebitInstructed(
            LoanId loan,
            InstructionId instruction,
            BankId bank,
            Sealed account,
            Money amount,
            LocalDate due,
            LocalDate date,
            Instant at)
            implements LoanEvent {}

    /** The same by hand. */
    record DebitOrdered(
            LoanId loan,
            InstructionId instruction,
            BankId bank,
            Sealed account,
            Money amount,
            LocalDate due,
            String by,
            Instant at)
            implements LoanEvent {}

    record DebitFailed(LoanId loan, InstructionId instruction, String reason, Instant at) implements LoanEvent {}

    record PromiseMade(
            LoanId loan, String promise, Money amount, LocalDate from, LocalDate until, String by, Instant at)
            implements LoanEvent {}

    record PromiseKept(LoanId loan, String promise, LocalDate date, Instant at) implements LoanEvent {}

    record PromiseBroken(LoanId loan, String promise, Money missing, LocalDate date, Instant at) implements LoanEvent {}

    record ContactNoted(LoanId loan, String contact, Channel channel, String outcome, String by, Instant at)
            implements LoanEvent {}

    /** @param nr counts the reminders since the loan was last not late */
    record ReminderDue(LoanId loan, int nr, long overdueDays, Money overdue, LocalDate date, Instant at)
            implements LoanEvent {}

    /**
     * @param charge its number among the loan's charges
     * @param late of a late fee what it was charged for; else null
     */
    record FeeCharged(
            LoanId loan,
            int charge,
            String reference,
            FeeKind kind,
            String name,
            Money amount,
            LocalDate date,
            LocalDate due,
            String by,
            Instant at,
            @Nullable Late late)
            implements LoanEvent {
        public boolean ofLateRow() {
            return late != null;
        }
    }

    /**
     * What a late fee follows from.
     *
     * @param row the due date of the row
     * @param left of the row when its days of grace were over
     * @param asked what the contract says
     * @param cap that allowed no more than was charged; null where all was
     */
    record Late(
            LocalDate row,
            Money left,
            Money asked,
            @Nullable String cap) {}

    /**
     * A fact of an earlier day changed what a late fee follows from.
     *
     * @param amount of the fee from now on; nothing where the row was paid in time
     * @param late null where there is no such row any more
     */
    record LateFeeCorrected(
            LoanId loan, int charge, Money amount, @Nullable Late late, LocalDate bookingDate, Instant at)
            implements LoanEvent {}

    /** @param hash what an approval must name */
    record ChangeProposed(
            LoanId loan, String change, Change what, String reason, String hash, LocalDate date, String by, Instant at)
            implements LoanEvent {}

    record ChangeApproved(LoanId loan, String change, String by, Instant at) implements LoanEvent {}

    /** @param why who decided it, and on what grounds; the same in all changes by hand */
    record FeeWaived(LoanId loan, int charge, Money amount, LocalDate date, Grounds why, Instant at)
            implements LoanEvent {}

    record CreditRefunded(
            LoanId loan,
            int transaction,
            Money amount,
            String reference,
            LocalDate valueDate,
            LocalDate bookingDate,
            Grounds why,
            Instant at)
            implements LoanEvent {}

    /**
     * The bank is to pay a credit balance back.
     *
     * @param instruction also the reference of the refund
     * @param change by which it was decided; it is paid once
     */
    record RefundOrdered(
            LoanId loan,
            InstructionId instruction,
            BankId bank,
            Sealed account,
            Money amount,
            String change,
            Instant at)
            implements LoanEvent {}

    /** The bank did not pay a refund, or it came back: the credit is there again. */
    record RefundFailed(
            LoanId loan,
            int transaction,
            int of,
            Money amount,
            String reason,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant at)
            implements LoanEvent {}

    /**
     * The credit that was refunded is gone, since the bank took back the money it came from: the borrower owes the refund.
     */
    record RefundOwed(
            LoanId loan,
            int transaction,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {}

    /** There is credit for it again: what was owed of a refund is owed no more, or less by another event. */
    record RefundCovered(
            LoanId loan,
            int transaction,
            int of,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {}

    /** @param lost what was owed then; it still is */
    record LoanChargedOff(LoanId loan, Parts lost, LocalDate date, LocalDate bookingDate, Grounds why, Instant at)
            implements LoanEvent {}

    record LoanWrittenOff(LoanId loan, Parts lost, LocalDate date, LocalDate bookingDate, Grounds why, Instant at)
            implements LoanEvent {}

    /** @param component only of these; null for all, as a payment is shared out */
    record DebtForgiven(
            LoanId loan,
            int transaction,
            Money amount,
            Parts parts,
            LocalDate valueDate,
            LocalDate bookingDate,
            Grounds why,
            Instant at,
            @Nullable Accounting accounting,
            @Nullable Owed component)
            implements LoanEvent {}

    /**
     * What is still to come was agreed anew.
     *
     * @param terms its number among the changes of the loan's terms
     * @param capitalized what was overdue and became principal; its own principal is in it
     */
    record TermsChanged(
            LoanId loan,
            int terms,
            NewTerms to,
            Parts capitalized,
            LocalDate date,
            LocalDate bookingDate,
            Grounds why,
            Instant at)
            implements LoanEvent {}

    /** A fact of an earlier day changed what had become principal: by how much. */
    record CapitalizationRestated(LoanId loan, int terms, Parts more, LocalDate bookingDate, Instant at)
            implements LoanEvent {}

    /**
     * Interest that was not paid became principal, as the contract says; or less did than was told before.
     *
     * @param more in all since the last time
     */
    record InterestCapitalized(
            LoanId loan,
            int transaction,
            Money more,
            LocalDate date,
            LocalDate bookingDate,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {}

    record LoanHeld(LoanId loan, HoldReason why, String note, String by, Instant at) implements LoanEvent {}

    record HoldLifted(LoanId loan, String note, String by, Instant at) implements LoanEvent {}

    /** @param owed the principal and the interest of the days it was used */
    record LoanWithdrawn(LoanId loan, String reason, Parts owed, LocalDate date, String by, Instant at)
            implements LoanEvent {}

    /**
     * A lender sold a part of its share, or the originator bought it back.
     *
     * @param share of the whole loan's principal; of the other components in proportion
     * @param earned the interest earned by then: up to there it stays the seller's
     */
    record ShareSold(
            LoanId loan,
            BooksId seller,
            BooksId buyer,
            BigDecimal share,
            Money price,
            Money earned,
            LocalDate date,
            LocalDate bookingDate,
            Grounds why,
            Instant at)
            implements LoanEvent {}

    /** We no longer service a loan that is not ours any more. */
    record LoanLeft(LoanId loan, BooksId to, LocalDate date, Instant at) implements LoanEvent {}

    /**
     * A guarantor paid the lenders in the borrower's place. The debt stands; what was paid is the guarantor's claim now.
     *
     * @param rows of the schedule; empty for the whole loan
     * @param annualRate what the claim bears, where the guarantee says so
     */
    record GuaranteePaid(
            LoanId loan,
            String claim,
            BooksId guarantor,
            List<Integer> rows,
            Parts parts,
            @Nullable Rate annualRate,
            LocalDate valueDate,
            LocalDate bookingDate,
            Grounds why,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {
        public GuaranteePaid {
            rows = List.copyOf(rows);
        }
    }

    /** The bank is to take the guarantor's money; there is no claim before it has. */
    record GuaranteeOrdered(
            LoanId loan,
            InstructionId instruction,
            BankId bank,
            String claim,
            BooksId guarantor,
            List<Integer> rows,
            Money amount,
            Instant at)
            implements LoanEvent {
        public GuaranteeOrdered {
            rows = List.copyOf(rows);
        }
    }

    /** The guarantor's money did not come, or came too late for what it was to pay: there is no claim. */
    record GuaranteeFailed(LoanId loan, String claim, String reason, Instant at) implements LoanEvent {}

    /**
     * A guarantor's money went back to it: its claim has never been, and what the borrower paid since is the lenders'.
     *
     * @param parts what it had paid
     */
    record GuaranteeVoided(
            LoanId loan,
            String claim,
            BooksId guarantor,
            Parts parts,
            LocalDate bookingDate,
            Grounds why,
            Instant at,
            @Nullable Accounting accounting)
            implements LoanEvent {}

    /** The bank is to take the price of what was bought back from us. */
    record BuyBackOrdered(
            LoanId loan,
            InstructionId instruction,
            BankId bank,
            Money amount,
            LocalDate date,
            String change,
            Instant at)
            implements LoanEvent {}

    /** The price is not paid: what was bought back is ours, and clearing says that we owe it. */
    record BuyBackFailed(LoanId loan, InstructionId instruction, String change, String reason, Instant at)
            implements LoanEvent {}

    /** @param approvedBy the second person; null where one may do it alone */
    record Grounds(
            String change,
            String reason,
            String by,
            @Nullable String approvedBy) {}

    /** How an amount was shared out. The parts add up to it. */
    record Parts(Money principal, Money interest, Money fees, Money penalties, Money credit) {
        public Parts plus(Parts more) {
            return new Parts(
                    principal.plus(more.principal),
                    interest.plus(more.interest),
                    fees.plus(more.fees),
                    penalties.plus(more.penalties),
                    credit.plus(more.credit));
        }

        /** All of it but credit. */
        public Money debt() {
            return principal.plus(interest).plus(fees).plus(penalties);
        }

        public Parts minus(Parts less) {
            return new Parts(
                    principal.minus(less.principal),
                    interest.minus(less.interest),
                    fees.minus(less.fees),
                    penalties.minus(less.penalties),
                    credit.minus(less.credit));
        }
    }

    /** One transaction whose parts changed. */
    record Moved(int transaction, Parts before, Parts after) {}
}
