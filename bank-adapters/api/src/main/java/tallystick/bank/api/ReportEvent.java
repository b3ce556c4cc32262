package tallystick.bank.api;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** What banks told of their own accord. Stored for ever: add, never rename or move. */
public sealed interface ReportEvent {
    ReportId report();

    record RepaymentReported(
            ReportId report,
            BankId bank,
            LoanId loan,
            Money amount,
            LocalDate valueDate,
            String bankReference,
            Instant at)
            implements ReportEvent {}

    record BreakReported(ReportId report, BankId bank, String kind, String expected, String found, Instant at)
            implements ReportEvent {}
}
