package tallystick.loan.engine;

import tallystick.kernel.Money;

/** A fee of the contract, already an amount. */
public record Fee(String name, When when, Money amount) {
    /** What it is charged with. */
    public enum When {
        /** Kept back from the first payout. */
        AT_PAYOUT,
        /** Paid apart on the day of the first payout. */
        PAID_AT_PAYOUT,
        /** Lent with the first payout, and paid with it: the customer gets the payout whole. */
        FINANCED,
        PER_INSTALLMENT
    }

    /** How often it is charged where there are so many instalments. */
    int times(int installments) {
        return when == When.PER_INSTALLMENT ? installments : 1;
    }
}
