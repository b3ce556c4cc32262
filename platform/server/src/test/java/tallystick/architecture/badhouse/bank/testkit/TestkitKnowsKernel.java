package tallystick.architecture.badhouse.bank.testkit;

import tallystick.architecture.badhouse.kernel.Amount;

public interface TestkitKnowsKernel {
    Amount known();
}
