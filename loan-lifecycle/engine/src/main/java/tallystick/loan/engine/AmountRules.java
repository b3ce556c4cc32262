package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import tallystick.kernel.Money;

/** What amounts of terms must be. */
final class AmountRules {
    /** In minor units; leaves room for interest on interest in 64 bits. */
    private static final BigInteger LARGEST = BigInteger.TEN.pow(15);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AmountRules() {}

    static void check(Money principal, List<Disbursement> disbursements, List<Fee> fees, BigDecimal downPayment) {
        positive("principal", principal, principal);
        for (var i = 0; i < disbursements.size(); i++) {
            positive(
                    "disbursements/%d/amount".formatted(i), disbursements.get(i).amount(), principal);
        }
        if (disbursements.isEmpty()) {
            throw new TermsNotPossible("disbursements", "must have at least one payout", "[]");
        }
        for (var i = 0; i < fees.size(); i++) {
            notNegative("fees/%d/amount".formatted(i), fees.get(i).amount(), principal);
        }
        if (downPayment.signum() < 0 || downPayment.compareTo(HUNDRED) >= 0) {
            throw new TermsNotPossible(
                    "downPayment/percent", "must be from 0 to less than 100", downPayment.toPlainString());
        }
    }

    static void positive(String field, Money amount, Money principal) {
        notNegative(field, amount, principal);
        if (amount.isZero()) {
            throw new TermsNotPossible(field, "must be more than zero", amount.toString());
        }
    }

    static void notNegative(String field, Money amount, Money principal) {
        if (!amount.currency().equals(principal.currency())) {
            throw new TermsNotPossible(
                    field, "must be in " + principal.currency().getCurrencyCode(), amount.toString());
        }
        if (amount.isNegative()) {
            throw new TermsNotPossible(field, "must not be below zero", amount.toString());
        }
        if (amount.minorUnits().compareTo(LARGEST) > 0) {
            throw new TermsNotPossible(field, "must be at most 10^15 minor units", amount.toString());
        }
    }
}
