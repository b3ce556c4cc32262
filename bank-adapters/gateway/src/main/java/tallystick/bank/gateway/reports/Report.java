package tallystick.bank.gateway.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.ReportCommand;
import tallystick.bank.api.ReportCommand.ReportBreak;
import tallystick.bank.api.ReportCommand.ReportPositions;
import tallystick.bank.api.ReportCommand.ReportRepayment;
import tallystick.bank.api.ReportCommand.ReportStatement;
import tallystick.bank.api.ReportCommand.ReportUnmatchedMoney;
import tallystick.bank.api.ReportEvent;
import tallystick.bank.api.ReportEvent.BreakReported;
import tallystick.bank.api.ReportEvent.PositionsCompared;
import tallystick.bank.api.ReportEvent.RepaymentReconciled;
import tallystick.bank.api.ReportEvent.RepaymentReported;
import tallystick.bank.api.ReportEvent.StatementReconciled;
import tallystick.bank.api.ReportEvent.UnmatchedMoneyReported;
import tallystick.bank.api.ReportId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.runtime.decide.Decider;

/**
 * One thing a bank told. The first telling counts; another one of the same name that says something else is a break.
 *
 * @param loan null when it was a break from the beginning
 * @param reconciled whether a statement shows it
 */
public record Report(
        ReportId id, @Nullable LoanId loan, @Nullable Money amount, boolean broken, boolean reconciled) {
    /** Connects reports to the machine. */
    static Decider<ReportCommand, ReportEvent, Report> decider() {
        return Decider.of(
                ReportId.KIND, ReportCommand.class, ReportEvent.class, Report.class, Report::decide, Report::after);
    }

    static List<ReportEvent> decide(ReportCommand command, @Nullable Report report) {
        return switch (command) {
            case ReportRepayment c -> report == null ? reported(c) : report.again(c);
            case ReportUnmatchedMoney c -> report == null ? List.of(unmatched(c)) : List.of();
            case ReportStatement c ->
                report == null
                        ? List.of(new StatementReconciled(c.target(), c.bank(), c.day(), c.name(), c.counts(), c.at()))
                        : List.of();
            case ReportPositions c ->
                report == null
                        ? List.of(new PositionsCompared(c.target(), c.bank(), c.day(), c.name(), c.fields(), c.at()))
                        : List.of();
            case ReportBreak c -> report == null || !report.broken ? List.of(broken(c)) : List.of();
        };
    }

    private static List<ReportEvent> reported(ReportRepayment c) {
        var reported = new RepaymentReported(
                c.target(), c.bank(), c.loan(), c.amount(), c.valueDate(), c.bankReference(), c.at());
        return c.onStatement() ? List.of(reported, reconciled(c)) : List.of(reported);
    }

    private static ReportEvent reconciled(ReportRepayment c) {
        return new RepaymentReconciled(
                c.target(), c.bank(), c.loan(), c.amount(), c.valueDate(), c.bankReference(), c.at());
    }

    private static ReportEvent unmatched(ReportUnmatchedMoney c) {
        return new UnmatchedMoneyReported(
                c.target(), c.bank(), c.bankReference(), c.credit(), c.amount(), c.valueDate(), c.at());
    }

    private static ReportEvent broken(ReportBreak c) {
        return new BreakReported(c.target(), c.bank(), c.kind(), c.expected(), c.found(), c.at());
    }

    private List<ReportEvent> again(ReportRepayment c) {
        if (c.loan().equals(loan) && c.amount().equals(amount)) {
            return c.onStatement() && !reconciled ? List.of(reconciled(c)) : List.of();
        }
        if (broken) {
            return List.of();
        }
        return List.of(new BreakReported(
                id, c.bank(), "repayment-differs", said(loan, amount), said(c.loan(), c.amount()), c.at()));
    }

    private static String said(@Nullable LoanId loan, @Nullable Money amount) {
        return amount + " for " + loan;
    }

    static Report after(@Nullable Report before, ReportEvent event) {
        return switch (event) {
            case RepaymentReported e -> new Report(e.report(), e.loan(), e.amount(), false, false);
            case RepaymentReconciled e ->
                new Report(e.report(), e.loan(), e.amount(), before != null && before.broken, true);
            case UnmatchedMoneyReported e -> new Report(e.report(), null, e.amount(), false, false);
            case StatementReconciled e -> new Report(e.report(), null, null, false, false);
            case PositionsCompared e -> new Report(e.report(), null, null, false, false);
            case BreakReported e ->
                before == null
                        ? new Report(e.report(), null, null, true, false)
                        : new Report(before.id, before.loan, before.amount, true, before.reconciled);
        };
    }
}
