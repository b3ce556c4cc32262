package tallystick.loan.payout;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.ReportEvent.RepaymentReported;
import tallystick.bank.api.ReportEvent.UnmatchedMoneyReported;
import tallystick.bank.api.ReportId;
import tallystick.kernel.Ids;
import tallystick.kernel.LoanId;
import tallystick.kernel.Refused;
import tallystick.loan.api.Source;
import tallystick.loan.api.SuspenseCommand.OpenSuspense;
import tallystick.loan.api.SuspenseId;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Servicing;
import tallystick.loan.suspense.KnownSuspense;
import tallystick.runtime.decide.Commands;

/**
 * Brings what a customer paid to the bank to the loan it is for; what no loan takes, and what nobody can match, goes into
 * suspense. One step; it is parked when it keeps failing. It may be repeated after what it did has lasted: what is in
 * suspense stays there, and what was found to be an entry is that entry.
 */
public class BankMoney {
    private static final int MOST_NAMED = 10;

    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "report")
    public void on(
            RepaymentReported event,
            Servicing servicing,
            KnownSuspense suspense,
            Commands commands,
            BusinessDays days,
            InstantSource clock) {
        var item = item(event.report());
        if (suspense.has(item)) {
            return;
        }
        var reference = event.bank() + "/" + event.bankReference();
        try {
            servicing.receive(
                    event.loan(),
                    event.amount(),
                    event.valueDate(),
                    Source.BANK_CALLBACK,
                    reference,
                    event.bank().value());
        } catch (Refused no) {
            commands.sendAndWait(new OpenSuspense(
                    item,
                    event.amount(),
                    event.valueDate(),
                    reference,
                    no.refusal().code() + ": " + event.loan(),
                    null,
                    days.latest(),
                    event.bank().value(),
                    clock.instant()));
        }
    }

    /**
     * What went out and nobody can match stands in an account of its own until somebody explains it. What came in may be what
     * somebody entered for a loan: where it can be one only, it is that.
     */
    @StartSaga
    @EndSaga
    @SagaEventHandler(associationProperty = "report")
    public void on(
            UnmatchedMoneyReported event,
            Entries entries,
            Servicing servicing,
            KnownSuspense suspense,
            Commands commands,
            BusinessDays days,
            InstantSource clock) {
        if (!event.credit()
                || suspense.has(item(event.report()))
                || entries.matched(row(event), event.amount(), event.valueDate())
                        .filter(loan -> isEntry(event, loan, servicing))
                        .isPresent()) {
            return;
        }
        var found = entries.of(event.amount(), event.valueDate(), event.bankReference());
        if (found.only().filter(loan -> isEntry(event, loan, servicing)).isEmpty()) {
            commands.sendAndWait(suspense(event, found.candidates(), days, clock));
        }
    }

    private static SuspenseId item(ReportId report) {
        return new SuspenseId(Ids.derived(SuspenseId.KIND, report.value()));
    }

    private static String row(UnmatchedMoneyReported event) {
        return event.bank() + "/" + event.bankReference();
    }

    private static boolean isEntry(UnmatchedMoneyReported event, LoanId loan, Servicing servicing) {
        try {
            servicing.match(
                    loan,
                    event.amount(),
                    event.valueDate(),
                    row(event),
                    event.bank().value());
            return true;
        } catch (Refused _) {
            return false; // It was taken back meanwhile.
        }
    }

    private static OpenSuspense suspense(
            UnmatchedMoneyReported event, List<LoanId> candidates, BusinessDays days, InstantSource clock) {
        return new OpenSuspense(
                item(event.report()),
                event.amount(),
                event.valueDate(),
                row(event),
                why(candidates),
                null,
                days.latest(),
                event.bank().value(),
                clock.instant());
    }

    private static String why(List<LoanId> candidates) {
        return candidates.isEmpty()
                ? "nobody can match it"
                : candidates.stream()
                        .limit(MOST_NAMED)
                        .map(LoanId::value)
                        .collect(Collectors.joining(", ", "it may be what was entered for one of ", ""));
    }
}
