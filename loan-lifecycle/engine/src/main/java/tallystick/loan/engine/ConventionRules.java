package tallystick.loan.engine;

import java.util.List;
import tallystick.kernel.Money;

/** Which arithmetic goes with which. */
final class ConventionRules {
    private ConventionRules() {}

    /** Fineract pays out more than was first agreed; we do not. */
    static void payouts(Convention convention, Money principal, List<Disbursement> disbursements) {
        var paidOut = Money.zero(principal.currency());
        for (var disbursement : disbursements) {
            paidOut = paidOut.plus(disbursement.amount());
        }
        if (convention == Convention.STANDARD && paidOut.isMoreThan(principal)) {
            throw new TermsNotPossible(
                    "disbursements", "must not add up to more than the principal of " + principal, paidOut.toString());
        }
    }

    static void check(Convention convention, DayCount dayCount, List<RateStep> rates) {
        if (convention != Convention.STANDARD && !rates.isEmpty()) {
            throw new TermsNotPossible(
                    "rates",
                    "must be empty under the convention " + convention,
                    rates.getFirst().from().toString());
        }
        var known = convention == Convention.STANDARD ? dayCount.isOurs() : dayCount.isFineracts();
        if (!known) {
            throw new TermsNotPossible(
                    "dayCount", "must be one that the convention " + convention + " has", dayCount.toString());
        }
    }
}
