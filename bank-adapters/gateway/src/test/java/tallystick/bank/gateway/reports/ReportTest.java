package tallystick.bank.gateway.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tallystick.bank.api.ReportCommand.ReportBreak;
import tallystick.bank.api.ReportCommand.ReportRepayment;
import tallystick.bank.api.ReportEvent.BreakReported;
import tallystick.bank.api.ReportEvent.RepaymentReconciled;
import tallystick.bank.api.ReportEvent.RepaymentReported;
import tallystick.bank.api.ReportId;
import tallystick.kernel.BankId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;

/** What is told once is told; what is told differently is a break. */
class ReportTest {
    private static final Instant AT = Instant.parse("2026-02-01T01:02:03Z");
    private static final ReportId ID = new ReportId("report-1");
    private static final BankId BANK = new BankId("sandbox");
    private static final ReportBreak UNREADABLE = new ReportBreak(ID, BANK, "unreadable", "a message", "noise", AT);

    private static ReportRepayment repayment(String amount) {
        return repayment(amount, false);
    }

    private static ReportRepayment onStatement(String amount) {
        return repayment(amount, true);
    }

    private static ReportRepayment repayment(String amount, boolean onStatement) {
        var day = LocalDate.parse("2026-02-01");
        return new ReportRepayment(
                ID, BANK, new LoanId("loan-1"), Money.of("CNY", amount), day, "SB-7", onStatement, AT);
    }

    private static Report told(String amount) {
        return Report.after(null, Report.decide(repayment(amount), null).getFirst());
    }

    @Test
    void aRepaymentIsReportedOnce() {
        assertThat(Report.decide(repayment("4079.17"), null)).singleElement().isInstanceOf(RepaymentReported.class);
        assertThat(Report.decide(repayment("4079.17"), told("4079.17"))).isEmpty();
    }

    @Test
    void theStatementReconcilesItOnceWhetherItWasToldBeforeOrNot() {
        assertThat(Report.decide(onStatement("4079.17"), null))
                .extracting(event -> (Object) event.getClass())
                .containsExactly(RepaymentReported.class, RepaymentReconciled.class);
        var events = Report.decide(onStatement("4079.17"), told("4079.17"));
        assertThat(events).singleElement().isInstanceOf(RepaymentReconciled.class);
        var shown = Report.after(told("4079.17"), events.getFirst());
        assertThat(Report.decide(onStatement("4079.17"), shown)).isEmpty();
        assertThat(Report.decide(repayment("4079.17"), shown)).isEmpty();
    }

    @Test
    void theSameReferenceWithAnotherAmountIsABreakOnce() {
        var events = Report.decide(repayment("9999.99"), told("4079.17"));
        assertThat(events).singleElement().isInstanceOfSatisfying(BreakReported.class, open -> {
            assertThat(open.kind()).isEqualTo("repayment-differs");
            assertThat(open.expected()).isEqualTo("CNY 4079.17 for loan-1");
            assertThat(open.found()).isEqualTo("CNY 9999.99 for loan-1");
        });
        var broken = Report.after(told("4079.17"), events.getFirst());
        assertThat(Report.decide(repayment("9999.99"), broken)).isEmpty();
    }

    @Test
    void aBreakIsReportedOnce() {
        var events = Report.decide(UNREADABLE, null);
        assertThat(events).singleElement().isInstanceOf(BreakReported.class);
        assertThat(Report.decide(UNREADABLE, Report.after(null, events.getFirst())))
                .isEmpty();
    }
}
