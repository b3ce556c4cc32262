package tallystick.bank.api;

import java.time.LocalDate;
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

    /** The kind as REST shows it, such as {@code PayOut}. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
