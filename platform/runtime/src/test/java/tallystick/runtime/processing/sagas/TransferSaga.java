package tallystick.runtime.processing.sagas;

import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.runtime.processing.AccountEvents.TransferAsked;
import tallystick.runtime.processing.AccountEvents.TransferDone;
import tallystick.runtime.processing.AccountEvents.TransferPaid;

/** Waits for the payment of an order, then for the end. Has what loses state elsewhere: private fields and isX(). */
@SuppressWarnings("NullAway.Init")
public class TransferSaga {
    private String transfer;
    private boolean paid;

    @StartSaga
    @SagaEventHandler(associationProperty = "transfer")
    void on(TransferAsked event, SagaPlan plan) {
        transfer = event.transfer();
        SagaLifecycle.associateWith("order", "order-" + transfer);
        plan.run("asked " + transfer);
    }

    @SagaEventHandler(associationProperty = "order")
    void on(TransferPaid event, SagaPlan plan) {
        paid = true;
        plan.run("paid " + transfer);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "transfer")
    void on(TransferDone event, SagaPlan plan) {
        plan.run("done " + transfer + (isPaid() ? " paid" : " unpaid"));
    }

    public boolean isPaid() {
        return paid;
    }
}
