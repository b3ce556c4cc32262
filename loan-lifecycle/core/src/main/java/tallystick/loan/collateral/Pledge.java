package tallystick.loan.collateral;

import java.time.InstantSource;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import tallystick.loan.api.CollateralCommand.MissCollateral;
import tallystick.loan.api.CollateralCommand.ReleaseCollateral;
import tallystick.loan.api.CollateralEvent.CollateralPledged;
import tallystick.loan.api.CollateralEvent.CollateralReleased;
import tallystick.loan.api.CollateralEvent.CollateralSold;
import tallystick.loan.api.CollateralId;
import tallystick.loan.api.LoanEvent.LoanPaidOff;
import tallystick.loan.api.LoanEvent.LoanReopened;
import tallystick.loan.api.Source;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Commands;

/**
 * Follows what secures a loan: what it brings pays the loan, and a debt that is paid sets it free. Lives on then, since what
 * paid the debt may be taken back. Keeps an id only.
 */
public class Pledge {
    private static final String BY_ITSELF = "system";

    private String collateral = "";

    @StartSaga
    @SagaEventHandler(associationProperty = "collateral")
    public void on(CollateralPledged event) {
        collateral = event.collateral().value();
        SagaLifecycle.associateWith("loan", event.loan().value());
    }

    @SagaEventHandler(associationProperty = "loan")
    public void on(LoanPaidOff event, Commands commands, InstantSource clock) {
        commands.sendAndWait(new ReleaseCollateral(
                new CollateralId(collateral), "the loan is paid off", true, BY_ITSELF, clock.instant()));
    }

    /** The id of the collateral makes it count once. */
    @EndSaga
    @SagaEventHandler(associationProperty = "collateral")
    public void on(CollateralSold event, Servicing servicing) {
        var net = event.proceeds().minus(event.costs());
        if (net.isPositive()) {
            servicing.receive(
                    event.loan(),
                    net,
                    event.valueDate(),
                    Source.COLLATERAL,
                    event.collateral().value(),
                    event.by());
        }
    }

    @SagaEventHandler(associationProperty = "loan")
    public void on(LoanReopened event, Commands commands, InstantSource clock) {
        commands.sendAndWait(new MissCollateral(new CollateralId(collateral), clock.instant()));
    }

    /** What people gave free before the debt was paid nobody misses. */
    @SagaEventHandler(associationProperty = "collateral")
    public void on(CollateralReleased event) {
        if (!event.by().equals(BY_ITSELF)) {
            SagaLifecycle.end();
        }
    }
}
