package tallystick.architecture.badhouse.bank.rest;

import tallystick.architecture.badhouse.kernel.Amount;

public interface RestKnowsKernel {
    Amount known();
}
