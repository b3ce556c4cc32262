package tallystick.loan.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;
import tallystick.kernel.ProductId;

/** What one may ask of a loan. A repeat of the same command does nothing. */
public sealed interface LoanCommand extends Addressed {
    @Override
    LoanId target();

    /**
     * Books the loan of a signed contract; its payout starts by itself.
     *
     * @param guarantors who may pay for the borrower, by their books; null where nobody is known
     * @param coolingOffDays for how many days after the payout the borrower may withdraw
     */
    record BookLoan(
            LoanId target,
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
            implements LoanCommand {
        public BookLoan {
            guarantors = guarantors == null ? null : List.copyOf(guarantors);
        }

        public BookLoan(
                LoanId target,
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
                    target,
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

    /** A bank's proof that a leg was paid. */
    record ConfirmPayout(LoanId target, int leg, int attempt, LocalDate valueDate, LocalDate bookingDate, Instant at)
            implements LoanCommand {}

    /** A bank's proof that a leg was not paid. */
    record RejectPayout(LoanId target, int leg, int attempt, String reason, Instant at) implements LoanCommand {}

    /** A leg that came back after it was confirmed. */
    record ReturnPayout(
            LoanId target, int leg, int attempt, String reason, LocalDate valueDate, LocalDate bookingDate, Instant at)
            implements LoanCommand {}

    /**
     * Pays again what the bank rejected, to a corrected account that two people verified: each rejected leg with the purpose
     * of the one that is named, its own amount, through its own bank.
     */
    record CorrectPayee(LoanId target, Payee payee, String by, String approvedBy, Instant at) implements LoanCommand {}

    /**
     * Another bank pays, and lends from then on, the share of one whose order failed.
     *
     * @param funding who lends from then on
     */
    record ReplaceLender(LoanId target, int leg, BankId bank, Funding funding, Instant at) implements LoanCommand {}

    /** Asks the bank to stop what is ordered and not yet paid; it may be past that. */
    record StopPayout(LoanId target, String reason, String by, Instant at) implements LoanCommand {}

    /** Ends a loan of which no money has moved. */
    record CancelLoan(LoanId target, String reason, String by, Instant at) implements LoanCommand {}

    /**
     * Books money of the borrower.
     *
     * @param reference makes a repeat harmless: of the bank's row, or of the request
     * @param note what the officer wrote; not personal data
     * @param effect what becomes of the rows to come where it pays principal early; null for what the contract says
     */
    record ReceiveRepayment(
            LoanId target,
            Money amount,
            LocalDate valueDate,
            LocalDate bookingDate,
            Source source,
            String reference,
            @Nullable String note,
            @Nullable String payoffQuote,
            String by,
            Instant at,
            @Nullable PrepaymentEffect effect)
            implements LoanCommand {
        /** Money that pays as the contract says. */
        public ReceiveRepayment(
                LoanId target,
                Money amount,
                LocalDate valueDate,
                LocalDate bookingDate,
                Source source,
                String reference,
                @Nullable String note,
                @Nullable String payoffQuote,
                String by,
                Instant at) {
            this(target, amount, valueDate, bookingDate, source, reference, note, payoffQuote, by, at, null);
        }
    }

    /**
     * Says that a bank's row, which names no loan, is what one of our people entered for this one; refused where it is not.
     *
     * @param reference makes a repeat harmless
     */
    record MatchRepayment(LoanId target, Money amount, LocalDate valueDate, String reference, String by, Instant at)
            implements LoanCommand {}

    /**
     * Takes a transaction back.
     *
     * @param authority what one person may take back; null where a bank takes back what it told of
     */
    record ReverseTransaction(
            LoanId target,
            int transaction,
            String reason,
            LocalDate date,
            LocalDate bookingDate,
            String by,
            Instant at,
            @Nullable Authority authority)
            implements LoanCommand {
        public ReverseTransaction(
                LoanId target,
                int transaction,
                String reason,
                LocalDate date,
                LocalDate bookingDate,
                String by,
                Instant at) {
            this(target, transaction, reason, date, bookingDate, by, at, null);
        }
    }

    /** Fixes what paying off costs through a date. */
    record QuotePayoff(LoanId target, String quote, LocalDate goodThrough, LocalDate today, String by, Instant at)
            implements LoanCommand {}

    /**
     * Does what a business day asks of a loan: measures how late it is, and what follows from that.
     *
     * @param stopAccruingAfter days past due after which interest is no longer taken as earned
     */
    record CloseLoanDay(LoanId target, LocalDate date, int stopAccruingAfter, Instant at) implements LoanCommand {}

    /**
     * The borrower allows debits from the account that was paid.
     *
     * @param reference of the mandate at the borrower's bank
     */
    record RegisterMandate(LoanId target, String reference, String by, Instant at) implements LoanCommand {}

    record CancelMandate(LoanId target, String reason, String by, Instant at) implements LoanCommand {}

    /**
     * Collects by hand, besides what a close orders.
     *
     * @param instruction makes a repeat harmless
     * @param due the day the bank is to collect on
     */
    record OrderDebit(
            LoanId target,
            InstructionId instruction,
            Money amount,
            LocalDate due,
            LocalDate today,
            String by,
            Instant at)
            implements LoanCommand {}

    /** A debit that the bank refused, or that came back. */
    record NoteFailedDebit(LoanId target, InstructionId instruction, String reason, Instant at)
            implements LoanCommand {}

    /**
     * A refund that the bank refused, or that came back.
     *
     * @param valueDate of the money that came back; the booking date where none went
     */
    record FailRefund(
            LoanId target,
            InstructionId instruction,
            String reason,
            LocalDate valueDate,
            LocalDate bookingDate,
            Instant at)
            implements LoanCommand {}

    /** A bank's proof that a guarantor has paid. */
    record ConfirmGuarantee(LoanId target, String claim, LocalDate valueDate, LocalDate bookingDate, Instant at)
            implements LoanCommand {}

    /** A guarantor's payment that the bank refused, or that came back. */
    record FailGuarantee(LoanId target, String claim, String reason, Instant at) implements LoanCommand {}

    /** The price of what was bought back, that a bank did not take, or that came back. */
    record FailBuyBack(LoanId target, String change, InstructionId instruction, String reason, Instant at)
            implements LoanCommand {}

    /** The borrower promises to pay an amount by a day. */
    record PromisePayment(
            LoanId target, String promise, Money amount, LocalDate until, LocalDate today, String by, Instant at)
            implements LoanCommand {}

    /**
     * Somebody spoke with the borrower, or tried to.
     *
     * @param policy what is allowed where the loan was made
     */
    record NoteContact(
            LoanId target,
            String contact,
            Channel channel,
            String outcome,
            LocalTime localTime,
            ContactPolicy policy,
            String by,
            Instant at)
            implements LoanCommand {}

    /**
     * Takes a running loan over from another system.
     *
     * @param portfolio names the import; with the reference it makes the loan's id, so that a row counts once
     * @param reference the loan's number where it comes from
     * @param history what was paid there, by value date
     * @param outstanding the principal that the other system says is left
     */
    record ImportLoan(
            LoanId target,
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
            List<PaidBefore> history,
            Money outstanding,
            LocalDate bookingDate,
            String by,
            Instant at,
            @Nullable Funding funding)
            implements LoanCommand {
        public ImportLoan(
                LoanId target,
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
                List<PaidBefore> history,
                Money outstanding,
                LocalDate bookingDate,
                String by,
                Instant at) {
            this(
                    target,
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
                    outstanding,
                    bookingDate,
                    by,
                    at,
                    null);
        }

        public ImportLoan {
            history = List.copyOf(history);
        }
    }

    /**
     * Charges a fee or a fixed penalty.
     *
     * @param reference makes a repeat harmless
     * @param due the day it is owed; it goes into the row that holds that day
     */
    record ChargeFee(
            LoanId target,
            String reference,
            FeeKind kind,
            String name,
            Money amount,
            LocalDate date,
            LocalDate due,
            LocalDate bookingDate,
            String by,
            Instant at)
            implements LoanCommand {}

    /**
     * Changes what is owed by hand. Up to a limit one person does; above it another must approve.
     *
     * @param change makes a repeat harmless, and names it for the approval
     * @param limit what one person may change alone
     */
    record ProposeChange(
            LoanId target,
            String change,
            Change what,
            String reason,
            Money limit,
            LocalDate date,
            LocalDate bookingDate,
            String by,
            Instant at)
            implements LoanCommand {}

    /** @param hash of the proposal as the approver has seen it */
    record ApproveChange(LoanId target, String change, String hash, LocalDate bookingDate, String by, Instant at)
            implements LoanCommand {}

    /** Stops debits and dunning until somebody with the right lifts it. */
    record HoldLoan(LoanId target, HoldReason why, String note, String by, Instant at) implements LoanCommand {}

    record LiftHold(LoanId target, String note, String by, Instant at) implements LoanCommand {}

    /**
     * The borrower uses the right to withdraw after the payout.
     *
     * @param days how long after the payout the law allows it
     */
    record WithdrawLoan(LoanId target, String reason, LocalDate date, int days, String by, Instant at)
            implements LoanCommand {}
}
