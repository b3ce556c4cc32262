package tallystick.architecture.badhouse.loan.engine;

import tallystick.architecture.badhouse.loan.api.LoanMessage;

public interface EngineKnowsApi {
    LoanMessage known();
}
