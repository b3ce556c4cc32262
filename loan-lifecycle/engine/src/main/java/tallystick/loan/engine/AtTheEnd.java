package tallystick.loan.engine;

/** Nothing before the last row. */
final class AtTheEnd implements PrincipalRule {
    @Override
    public void plan(Rest rest) {
        // There is nothing to plan: the last row takes what is there.
    }

    @Override
    public long of(Period period, long interest) {
        return 0;
    }
}
