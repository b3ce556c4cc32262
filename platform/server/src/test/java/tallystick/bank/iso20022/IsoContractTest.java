package tallystick.bank.iso20022;

import tallystick.bank.testkit.AdapterContract;
import tallystick.bank.testkit.TestBank;

/** The contract, for an adapter that holds orders for files. */
class IsoContractTest extends AdapterContract {
    @Override
    protected TestBank bank() {
        return FileBank.of();
    }
}
