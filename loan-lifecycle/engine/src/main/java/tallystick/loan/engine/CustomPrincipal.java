package tallystick.loan.engine;

import java.util.List;
import tallystick.kernel.Money;

/** What each row takes was agreed row by row. */
final class CustomPrincipal implements PrincipalRule {
    private final List<Money> principals;

    CustomPrincipal(List<Money> principals) {
        this.principals = principals;
    }

    @Override
    public void plan(Rest rest) {
        // It was agreed.
    }

    @Override
    public long of(Period period, long interest) {
        return Units.of(principals.get(period.nr() - 1));
    }
}
