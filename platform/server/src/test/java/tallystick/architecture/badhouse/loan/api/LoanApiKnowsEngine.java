package tallystick.architecture.badhouse.loan.api;

import tallystick.architecture.badhouse.loan.engine.Terms;

public interface LoanApiKnowsEngine {
    Terms known();
}
