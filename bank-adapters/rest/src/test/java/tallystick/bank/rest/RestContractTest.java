package tallystick.bank.rest;

import tallystick.bank.testkit.AdapterContract;
import tallystick.bank.testkit.TestBank;

/** The contract, over real HTTP. */
class RestContractTest extends AdapterContract {
    @Override
    protected TestBank bank() {
        return new RestBank();
    }
}
