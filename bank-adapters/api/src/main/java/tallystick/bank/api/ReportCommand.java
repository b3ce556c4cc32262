package tallystick.bank.api;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.kernel.Addressed;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** Something a bank tells of its own accord. */
public sealed interface ReportCommand extends Addressed {
    @Override
    ReportId target();

    /** A customer paid the bank. */
    record ReportRepayment(
            ReportId target,
            BankId bank,
            LoanId loan,
            Money amount,
            LocalDate valueDate,
            String bankReference,
            Instant at)
            implements ReportCommand {}

    /** A verified message that nothing of ours matches. */
    record ReportBreak(ReportId target, BankId bank, String kind, String expected, String found, Instant at)
            implements ReportCommand {}

    /**
     * A booking on a statement that nobody can match.
     *
     * @param credit whether the money came to us
     */
    record ReportUnmatchedMoney(
            ReportId target,
            BankId bank,
            String bankReference,
            boolean credit,
            Money amount,
            LocalDate valueDate,
            Instant at)
            implements ReportCommand {}

    /**
     * The statement of a day was compared.
     *
     * @param name the bank's own of it
     */
    record ReportStatement(ReportId target, BankId bank, LocalDate day, String name, Counts counts, Instant at)
            implements ReportCommand {}

    /**
     * The positions of a day were compared.
     *
     * @param name the bank's own of it
     */
    record ReportPositions(ReportId target, BankId bank, LocalDate day, String name, Fields fields, Instant at)
            implements ReportCommand {}

    /**
     * What the comparison of positions came to: how many loans, and how many differ in which field.
     *
     * @param onlyOurs what the bank should keep and does not name
     * @param onlyTheirs what the bank names and we know nothing of
     */
    record Fields(
            int loans,
            int agreed,
            int principal,
            int interest,
            int daysPastDue,
            int standing,
            int onlyOurs,
            int onlyTheirs) {}

    /**
     * What the comparison of a day came to.
     *
     * @param onlyOurs what we expected and the bank has not booked
     * @param onlyTheirs what the bank booked and we know nothing of
     * @param repayments what customers paid at the bank
     */
    record Counts(
            int lines, int matched, int amountDiffers, int dateShift, int onlyOurs, int onlyTheirs, int repayments) {}
}
