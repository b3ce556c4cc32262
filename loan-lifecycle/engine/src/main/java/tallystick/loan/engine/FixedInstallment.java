package tallystick.loan.engine;

import tallystick.kernel.Money;

/** An instalment that was agreed, and not computed. It pays the interest first; the last row takes what is left. */
final class FixedInstallment implements PrincipalRule {
    private final Money installment;
    private final boolean mayFallShort;

    FixedInstallment(LoanTerms terms) {
        installment = terms.agreed().installment();
        mayFallShort = terms.negativeAmortization();
    }

    @Override
    public void plan(Rest rest) {
        // It was agreed.
    }

    @Override
    public long of(Period period, long interest) {
        var units = Units.of(installment);
        if (units < interest && !mayFallShort) {
            throw new TermsNotPossible(
                    "installment",
                    "must not be less than the interest of row %d, which is %s, unless negativeAmortization is allowed"
                            .formatted(period.nr(), Money.ofMinor(installment.currency(), interest)),
                    installment.toString());
        }
        return units - interest;
    }
}
