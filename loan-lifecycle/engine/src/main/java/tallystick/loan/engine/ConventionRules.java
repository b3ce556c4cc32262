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

    /** Where interest follows the balance there is nothing to choose: it is earned day by day. */
    static void rebate(Rebate rebate, Convention convention, Method method) {
        var isChosen = method == Method.FLAT && convention == Convention.STANDARD;
        if (rebate != Rebate.ACTUARIAL && !isChosen) {
            throw new TermsNotPossible(
                    "earlySettlement/rebate",
                    "must be ACTUARIAL unless interest is FLAT under the convention STANDARD",
                    rebate.name());
        }
    }

    static void negativeAmortization(boolean allowed, Convention convention, Method method) {
        if (allowed && (method == Method.FLAT || convention != Convention.STANDARD)) {
            throw new TermsNotPossible(
                    "negativeAmortization",
                    "must be absent unless interest is DECLINING under the convention STANDARD",
                    "true");
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
