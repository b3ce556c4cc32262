package tallystick.loan.payout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.BankEvent.InstructionConfirmed;
import tallystick.bank.api.BankEvent.InstructionRejected;
import tallystick.bank.api.BankEvent.InstructionReturned;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.ConfirmPayout;
import tallystick.loan.api.LoanCommand.RejectPayout;
import tallystick.loan.api.LoanCommand.ReturnPayout;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.PayeeCorrected;
import tallystick.loan.api.LoanEvent.PayoutStopAsked;
import tallystick.loan.api.Payee;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Commands;

/**
 * Pays a booked loan out: orders each leg once, then waits for the bank, for ever: a payout may come back weeks later.
 * Keeps ids only; every state is the loan's. Silence needs nothing here, since the gateway asks the bank.
 */
public class Payout {
    private String loan = "";
    private String application = "";
    private String bank = "";
    private String jurisdiction = "";
    private final Map<String, String> legs = new TreeMap<>();
    private final Map<String, String> amounts = new TreeMap<>();

    @StartSaga
    @SagaEventHandler(associationProperty = "loan")
    public void on(LoanBooked event, Commands commands) {
        loan = event.loan().value();
        application = event.application().value();
        bank = event.bank().value();
        jurisdiction = event.jurisdiction();
        event.payees().forEach(payee -> order(payee, 1, commands, event.at()));
    }

    @SagaEventHandler(associationProperty = "loan")
    public void on(PayeeCorrected event, Commands commands) {
        order(event.payee(), event.attempt(), commands, event.at());
    }

    /** A cancel for each order; what is final already answers that it is too late. */
    @SagaEventHandler(associationProperty = "loan")
    public void on(PayoutStopAsked event, Commands commands) {
        legs.keySet()
                .forEach(of -> commands.sendAndWait(new Instruct(
                        new InstructionId(Ids.derived(InstructionId.KIND, "cancel", of)),
                        new BankId(bank),
                        new Order.Cancel(new InstructionId(of), Money.parse(String.valueOf(amounts.get(of)))),
                        event.at())));
    }

    /** The id follows from loan, leg and attempt: a repeat cannot pay twice. */
    private void order(Payee payee, int attempt, Commands commands, Instant at) {
        var id = new InstructionId(Ids.derived(
                InstructionId.KIND, "payout", loan, Integer.toString(payee.leg()), Integer.toString(attempt)));
        SagaLifecycle.associateWith("instruction", id.value());
        legs.put(id.value(), payee.leg() + "/" + attempt);
        amounts.put(id.value(), payee.amount().toString());
        commands.sendAndWait(new Instruct(
                id,
                new BankId(bank),
                new Order.PayOut(
                        new ApplicationId(application),
                        new LoanId(loan),
                        payee.leg(),
                        payee.amount(),
                        payee.account(),
                        payee.purpose()),
                at));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionConfirmed event, Commands commands, BusinessDays days, InstantSource clock) {
        var leg = leg(event.instruction());
        commands.sendAndWait(new ConfirmPayout(
                new LoanId(loan),
                leg.nr(),
                leg.attempt(),
                event.valueDate(),
                days.today(jurisdiction),
                clock.instant()));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, InstantSource clock) {
        var leg = leg(event.instruction());
        commands.sendAndWait(
                new RejectPayout(new LoanId(loan), leg.nr(), leg.attempt(), event.reason(), clock.instant()));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Commands commands, BusinessDays days, InstantSource clock) {
        var leg = leg(event.instruction());
        commands.sendAndWait(new ReturnPayout(
                new LoanId(loan),
                leg.nr(),
                leg.attempt(),
                event.reason(),
                event.valueDate(),
                days.today(jurisdiction),
                clock.instant()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "loan")
    public void on(LoanCancelled event) {}

    private record Attempt(int nr, int attempt) {}

    /** Which leg and attempt an order was for. */
    private Attempt leg(InstructionId instruction) {
        var parts = String.valueOf(legs.get(instruction.value())).split("/", 2);
        return new Attempt(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
