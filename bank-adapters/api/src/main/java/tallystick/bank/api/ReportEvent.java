package tallystick.bank.api;

import java.time.Instant;
import java.time.LocalDate;
import tallystick.bank.api.ReportCommand.Counts;
import tallystick.bank.api.ReportCommand.Fields;
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

    /** Money on a statement that nobody can match: it needs an owner. */
    record UnmatchedMoneyReported(
            ReportId report,
            BankId bank,
            String bankReference,
            boolean credit,
            Money amount,
            LocalDate valueDate,
            Instant at)
            implements ReportEvent {}

    /** Every loan that a bank keeps is compared with ours, at the end of a day. */
    record PositionsCompared(ReportId report, BankId bank, LocalDate day, String name, Fields fields, Instant at)
            implements ReportEvent {}

    /** A day of a bank is compared. */
    record StatementReconciled(ReportId report, BankId bank, LocalDate day, String name, Counts counts, Instant at)
            implements ReportEvent {}
}
