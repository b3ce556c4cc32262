package tallystick.loan.engine;

import tallystick.kernel.Money;

/** A fee of the contract, already an amount. One at payout is deducted from the first payout. */
public record Fee(String name, When when, Money amount) {
    /** What it is charged with. */
    public enum When {
        AT_PAYOUT,
        PER_INSTALLMENT
    }
}
