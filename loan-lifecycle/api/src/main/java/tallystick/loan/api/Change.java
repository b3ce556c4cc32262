package tallystick.loan.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;
import tallystick.kernel.Sha256;

/** A change of what is owed that a person asks for. Stored in events: add, never rename. */
public sealed interface Change {
    /** Takes a charge back, in whole or in part. */
    record WaiveFee(int charge, Money amount) implements Change {}

    /**
     * Pays a credit balance back to the borrower.
     *
     * @param reference of the order outside the platform that pays it; null where the loan's bank is to pay it, to the
     *     borrower's account to which the loan was paid out
     */
    record RefundCredit(Money amount, @Nullable String reference) implements Change {}

    /** Recognises the loss; the debt stands. */
    record ChargeOff() implements Change {}

    /** Takes the loan off the balance sheet; the claim is kept. */
    record WriteOff() implements Change {}

    /**
     * Sells a part of a lender's share, or buys it back.
     *
     * @param share of the whole loan
     * @param leaves whether we no longer service it; only when nothing of it is ours
     * @param bank takes the price from us for what is bought back; null where it is paid by an order outside
     */
    record SellShare(
            BooksId seller,
            BooksId buyer,
            BigDecimal share,
            Money price,
            boolean leaves,
            @Nullable BankId bank) implements Change {
        public SellShare(BooksId seller, BooksId buyer, BigDecimal share, Money price, boolean leaves) {
            this(seller, buyer, share, price, leaves, null);
        }
    }

    /**
     * A guarantor pays the lenders what is owed.
     *
     * @param rows of the schedule; empty for the whole loan
     * @param bank takes the money from the guarantor, and the claim begins when it has; null where it was paid already
     */
    record PayGuarantee(
            BooksId guarantor,
            List<Integer> rows,
            Money amount,
            @Nullable Rate annualRate,
            @Nullable BankId bank) implements Change {
        public PayGuarantee {
            rows = List.copyOf(rows);
        }

        public PayGuarantee(BooksId guarantor, List<Integer> rows, Money amount, @Nullable Rate annualRate) {
            this(guarantor, rows, amount, annualRate, null);
        }
    }

    /**
     * Another account of the borrower than the loan was paid out to: debits draw on it, and refunds go there.
     *
     * @param account that two people have verified with its holder, sealed for the borrower under the field {@code
     *     payoutAccount}
     */
    record NameAccount(Sealed account) implements Change {
        /** What was sealed makes the hash that another person approves; it says nothing of the account. */
        @Override
        public String toString() {
            return "NameAccount[" + Sha256.hex(HexFormat.of().formatHex(account.bytes())) + "]";
        }
    }

    /** Says who guarantees the loan: nobody else's payment is a claim. */
    record NameGuarantor(BooksId guarantor) implements Change {}

    /** Undoes a guarantor's payment whose money went back. */
    record VoidGuarantee(String claim) implements Change {}

    /** Lets the borrower off a part of the debt, or all of it: only this reduces what is owed. */
    record Forgive(Money amount, @Nullable Owed component) implements Change {
        public Forgive(Money amount) {
            this(amount, null);
        }
    }

    /** Money that came on a day that is closed: it restates what is told already. */
    record EnterRepayment(Money amount, LocalDate valueDate, String reference) implements Change {}

    /** Takes money back that a bank has told of. */
    record Reverse(int transaction, String reason, LocalDate date) implements Change {}

    /** Agrees anew on what is still to come. */
    record ChangeTerms(NewTerms to) implements Change {}

    /**
     * Gives the loan another regulatory class than its days past due do.
     *
     * @param regulatoryClass null for the one that the rules give
     */
    record Classify(@Nullable String regulatoryClass) implements Change {}
}
