package tallystick.architecture.badhouse.loan.servicing;

import org.axonframework.modelling.saga.SagaEventHandler;

final class FiresAndForgets {
    @SagaEventHandler(associationProperty = "loan")
    void on(Runnable command) {
        Thread.startVirtualThread(command);
    }
}
