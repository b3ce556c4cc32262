package tallystick.bank.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sealed;

/** What a bank is asked to do. Stored in events: add, never rename. */
public sealed interface Order {
    /** The money it is about. */
    Money amount();

    /**
     * Asks whether the bank lends on these terms.
     *
     * @param applicant what the bank may know of the applicant, JSON sealed for the party under the field {@code
     *     bankSharing}
     */
    record RequestCredit(
            ApplicationId application, String programme, Money amount, Rate annualRate, int count, Sealed applicant)
            implements Order {}

    /** @param account sealed for the borrower under the field {@code payoutAccount} */
    record PayOut(ApplicationId application, LoanId loan, int leg, Money amount, Sealed account, String purpose)
            implements Order {}

    /** @param account sealed for the borrower under the field {@code payoutAccount} */
    record Collect(LoanId loan, Money amount, LocalDate due, Sealed account) implements Order {}

    /** Asks to stop another order; the bank may be past that. */
    record Cancel(InstructionId of, Money amount) implements Order {}

    /**
     * Tells the bank that the borrower has signed.
     *
     * @param credit by which the bank granted it
     * @param document the SHA-256 of what was signed
     */
    record SignContract(ApplicationId application, InstructionId credit, Money amount, String document)
            implements Order {}

    /**
     * Gives money back.
     *
     * @param of names what is given back, by the bank's reference or ours; it is given back once
     * @param account sealed for the borrower under the field {@code payoutAccount}
     */
    record Refund(LoanId loan, Money amount, String of, Sealed account) implements Order {}

    /**
     * Tells the bank what is due when.
     *
     * @param version counts the schedules of the loan; one version is told once
     * @param amount the principal that is left
     */
    record SyncSchedule(LoanId loan, int version, Money amount, List<Due> rows) implements Order {
        public SyncSchedule {
            rows = List.copyOf(rows);
        }

        /** What is due on one day. */
        public record Due(int nr, LocalDate due, Money principal, Money interest, Money fees) {}
    }

    /**
     * A guarantor pays the bank for the borrower.
     *
     * @param claim names what is paid for; one claim is paid once
     * @param rows of the schedule; empty for the whole loan
     * @param guarantor the name of its books; null where nobody keeps any
     */
    record GuaranteePayment(
            LoanId loan,
            String claim,
            Money amount,
            List<Integer> rows,
            @Nullable String guarantor) implements Order {
        public GuaranteePayment {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Takes a loan, or the bank's share of it, off the bank's books. The bank takes the price from us.
     *
     * @param change names what is bought back; one is paid for once. Null in orders that were stored without
     */
    record BuyBack(
            LoanId loan,
            Money amount,
            LocalDate date,
            @Nullable String change) implements Order {}

    /**
     * Asks for the right to debit an account.
     *
     * @param amount the most that one debit may take
     * @param account sealed for the borrower under the field {@code payoutAccount}
     */
    record RegisterMandate(LoanId loan, String mandate, Money amount, Sealed account) implements Order {}

    /** The loan it is for; null before there is one. */
    default @Nullable LoanId loan() {
        return null;
    }

    /** The application it is for, where it says so. */
    default @Nullable ApplicationId application() {
        return null;
    }

    /** The kind as REST shows it, such as {@code PayOut}. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
