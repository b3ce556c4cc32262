package tallystick.architecture.badhouse.bank.spi;

import tallystick.architecture.badhouse.kernel.Amount;

public interface SpiKnowsKernel {
    Amount known();
}
