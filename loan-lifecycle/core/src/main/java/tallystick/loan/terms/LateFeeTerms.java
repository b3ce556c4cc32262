package tallystick.loan.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.TermsNotPossible;

/** What a contract may say of late fees. */
final class LateFeeTerms {
    private LateFeeTerms() {}

    static void check(Terms terms) {
        var fee = terms.lateFee();
        if (fee == null) {
            return;
        }
        must(
                (fee.amount() == null) != (fee.fraction() == null),
                "lateFee",
                "must have an amount or a fraction, and not both",
                fee.amount() == null ? "has neither" : "has both");
        must(
                fee.graceDays() >= 0 && fee.graceDays() <= Terms.LateFee.LONGEST_GRACE,
                "lateFee/graceDays",
                "must be from 0 to " + Terms.LateFee.LONGEST_GRACE,
                Integer.toString(fee.graceDays()));
        var part = fee.fraction();
        must(
                part == null || (part.signum() > 0 && part.compareTo(BigDecimal.ONE) <= 0),
                "lateFee/fraction",
                "must be above 0 and at most 1",
                String.valueOf(part));
        positive("amount", fee.amount(), terms);
        positive("perRow", fee.perRow(), terms);
        positive("perLoan", fee.perLoan(), terms);
    }

    private static void positive(String field, @Nullable Money amount, Terms terms) {
        must(
                amount == null
                        || (amount.isPositive()
                                && amount.currency().equals(terms.principal().currency())),
                "lateFee/" + field,
                "must be above zero in " + terms.principal().currency().getCurrencyCode(),
                String.valueOf(amount));
    }

    private static void must(boolean holds, String field, String rule, String found) {
        if (!holds) {
            throw new TermsNotPossible(field, rule, found);
        }
    }
}
