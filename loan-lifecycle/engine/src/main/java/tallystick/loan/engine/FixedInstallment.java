package tallystick.loan.engine;

import tallystick.kernel.Money;

/** An instalment that was agreed, and not computed. It pays the interest first; the last row takes what is left. */
final class FixedInstallment implements PrincipalRule {
    private final Money installment;

    FixedInstallment(Money installment) {
        this.installment = installment;
    }

    @Override
    public void plan(Rest rest) {
        // It was agreed.
    }

    @Override
    public long of(Period period, long interest) {
        var units = Units.of(installment);
        if (units < interest) {
            throw new TermsNotPossible(
                    "installment",
                    "must not be less than the interest of row %d, which is %s"
                            .formatted(period.nr(), Money.ofMinor(installment.currency(), interest)),
                    installment.toString());
        }
        return units - interest;
    }
}
