package tallystick.loan.engine;

import tallystick.kernel.Money;

/** Money as whole minor units. */
final class Units {
    private Units() {}

    static long of(Money money) {
        return money.amount().scaleByPowerOfTen(money.amount().scale()).longValueExact();
    }
}
