package tallystick.loan.engine;

import java.util.List;
import tallystick.kernel.Money;

/** Which amounts an amortization needs, and what they must come to. */
final class AgreedRules {
    private AgreedRules() {}

    static void check(
            Amortization amortization,
            Method method,
            Agreed agreed,
            Money principal,
            List<Disbursement> disbursements,
            int rows) {
        installment(amortization, agreed, principal);
        if (amortization == Amortization.CUSTOM) {
            principals(agreed.principals(), principal, paidOut(principal, disbursements), rows);
        } else if (!agreed.principals().isEmpty()) {
            throw new TermsNotPossible("principals", "must be absent for " + amortization, "present");
        }
        if (method == Method.FLAT && amortization == Amortization.FIXED_INSTALLMENT) {
            throw new TermsNotPossible("method", "must be DECLINING for FIXED_INSTALLMENT", method.name());
        }
    }

    private static void installment(Amortization amortization, Agreed agreed, Money principal) {
        var fixed = agreed.fixed();
        var needed = amortization == Amortization.FIXED_INSTALLMENT;
        if (fixed == null && needed) {
            throw new TermsNotPossible("installment", "must be there for " + amortization, "nothing");
        }
        if (fixed != null && !needed) {
            throw new TermsNotPossible("installment", "must be absent for " + amortization, fixed.toString());
        }
        if (fixed != null) {
            AmountRules.positive("installment", fixed, principal);
        }
    }

    private static Money paidOut(Money principal, List<Disbursement> disbursements) {
        return disbursements.stream().map(Disbursement::amount).reduce(Money.zero(principal.currency()), Money::plus);
    }

    private static void principals(List<Money> principals, Money principal, Money paidOut, int rows) {
        if (principals.size() != rows) {
            throw new TermsNotPossible(
                    "principals",
                    "must be as many as the %d rows".formatted(rows),
                    Integer.toString(principals.size()));
        }
        var sum = Money.zero(principal.currency());
        for (var i = 0; i < rows; i++) {
            AmountRules.notNegative("principals/" + i, principals.get(i), principal);
            sum = sum.plus(principals.get(i));
        }
        if (!sum.equals(paidOut)) {
            throw new TermsNotPossible("principals", "must add up to what is paid out, " + paidOut, sum.toString());
        }
    }
}
