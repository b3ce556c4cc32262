package tallystick.loan.payout;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;
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
import tallystick.loan.api.LoanEvent.LenderReplaced;
import tallystick.loan.api.LoanEvent.LoanBooked;
import tallystick.loan.api.LoanEvent.LoanCancelled;
import tallystick.loan.api.LoanEvent.PayeeCorrected;
import tallystick.loan.api.LoanEvent.PayoutStopAsked;
import tallystick.loan.api.Payee;
import tallystick.loan.api.PayoutLegs;
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
    private List<Sent> orders = List.of();

    /** One order to the bank. */
    record Sent(
            String id,
            int leg,
            int attempt,
            String amount,
            @Nullable String bank) {}

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

    @SagaEventHandler(associationProperty = "loan")
    public void on(LenderReplaced event, Commands commands) {
        order(event.payee(), event.attempt(), commands, event.at());
    }

    /** A cancel for each order that is open; what is final meanwhile answers that it is too late. */
    @SagaEventHandler(associationProperty = "loan")
    public void on(PayoutStopAsked event, Commands commands) {
        orders.stream()
                .filter(order -> event.means(new InstructionId(order.id())))
                .forEach(order -> commands.sendAndWait(new Instruct(
                        new InstructionId(Ids.derived(InstructionId.KIND, "cancel", order.id())),
                        new BankId(order.bank() == null ? bank : order.bank()),
                        new Order.Cancel(new InstructionId(order.id()), Money.parse(order.amount())),
                        event.at())));
    }

    private void order(Payee payee, int attempt, Commands commands, Instant at) {
        var id = PayoutLegs.order(new LoanId(loan), payee.leg(), attempt);
        SagaLifecycle.associateWith("instruction", id.value());
        var all = new ArrayList<>(orders);
        all.add(new Sent(
                id.value(),
                payee.leg(),
                attempt,
                payee.amount().toString(),
                payee.bank() == null ? null : payee.bank().value()));
        orders = List.copyOf(all);
        commands.sendAndWait(new Instruct(
                id,
                payee.bank() == null ? new BankId(bank) : payee.bank(),
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
        var order = sent(event.instruction());
        commands.sendAndWait(new ConfirmPayout(
                new LoanId(loan),
                order.leg(),
                order.attempt(),
                event.valueDate(),
                days.today(jurisdiction),
                clock.instant()));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionRejected event, Commands commands, InstantSource clock) {
        var order = sent(event.instruction());
        commands.sendAndWait(
                new RejectPayout(new LoanId(loan), order.leg(), order.attempt(), event.reason(), clock.instant()));
    }

    @SagaEventHandler(associationProperty = "instruction")
    public void on(InstructionReturned event, Commands commands, BusinessDays days, InstantSource clock) {
        var order = sent(event.instruction());
        commands.sendAndWait(new ReturnPayout(
                new LoanId(loan),
                order.leg(),
                order.attempt(),
                event.reason(),
                event.valueDate(),
                days.today(jurisdiction),
                clock.instant()));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "loan")
    public void on(LoanCancelled event) {}

    private Sent sent(InstructionId instruction) {
        return orders.stream()
                .filter(order -> order.id().equals(instruction.value()))
                .findFirst()
                .orElseThrow();
    }
}
