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
}
