package tallystick.audit.rulesets;

import java.math.BigDecimal;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.approval.FourEyes;

/** Every no the rule desk says, in words. */
final class Refusals {
    private Refusals() {}

    static Refused unknown(String hash) {
        return no(
                "rule-set-unknown",
                "No such rule set",
                "Expected a rule set %s; found none. Upload it first.".formatted(hash));
    }

    static Refused hashChanged(String expected, String seen) {
        return FourEyes.changed(
                "Expected approval of rule set %s; found one of %s. Read it again, then agree to what it says."
                        .formatted(expected, seen));
    }

    static Refused fourEyes(StoredSet set, String by) {
        return FourEyes.another("Expected another person than %s, who wrote rule set %s. Ask a colleague with the role."
                .formatted(by, set.hash()));
    }

    static Refused notBacktested(StoredSet set) {
        return no(
                "not-backtested",
                "The rule set is not backtested",
                "Expected rule set %s to be BACKTESTED; it is %s. Run its checks, then a backtest; while nothing is recorded a backtest may be waived with a reason."
                        .formatted(set.hash(), set.state()));
    }

    static Refused beyondGuardRail(StoredSet set, BigDecimal shift, BigDecimal most) {
        return no(
                "guard-rail",
                "Approvals change too much",
                "Expected the share of approvals to change by at most %s points; in its last backtest rule set %s changes it by %s. Change less at once, or have an operator move the guard-rail."
                        .formatted(most.toPlainString(), set.hash(), shift.toPlainString()));
    }

    static Refused notApproved(StoredSet set) {
        return no(
                "not-approved",
                "The rule set is not approved",
                "Expected rule set %s to be APPROVED or RETIRED; it is %s. Have it approved first."
                        .formatted(set.hash(), set.state()));
    }

    static Refused notLive(StoredSet set) {
        return no(
                "not-live",
                "The rule set is not live",
                "Expected rule set %s to be LIVE; it is %s. There is nothing to end."
                        .formatted(set.hash(), set.state()));
    }

    static Refused pricesApart(String hash) {
        return no(
                "prices-apart",
                "Prices are a set of their own",
                "Expected a credit set without price tables, since a pricing set is live and its prices alone would hold; found some in %s. Send them as a pricing set, and the rest as a credit set."
                        .formatted(hash));
    }

    static Refused challengerPrices(String hash, String challenger) {
        return no(
                "prices-apart",
                "Prices are a set of their own",
                "Expected no credit set with price tables to decide a share of the cases; %s does, and with %s live its prices would no longer hold. Take its share back first."
                        .formatted(challenger, hash));
    }

    static Refused noPrices(String hash) {
        return no(
                "no-prices",
                "There is no price",
                "Expected a live pricing set, since credit set %s has no prices; found none. Have a pricing set approved and make it live first."
                        .formatted(hash));
    }

    static Refused mustBeLive(StoredSet set) {
        return no(
                "must-be-live",
                "One rule set must be live",
                "Expected a successor of rule set %s; found none. Activate another one instead.".formatted(set.hash()));
    }

    static Refused notChecked(StoredSet set) {
        return no(
                "not-checked",
                "The rule set has not passed its checks",
                "Expected rule set %s to have passed its checks; it is %s. Run them first."
                        .formatted(set.hash(), set.state()));
    }

    static Refused tooMuch(int others) {
        return no(
                "share-exceeded",
                "The shares come to more than the whole",
                "Expected the shares of all challengers to be at most 1; the others have %s ten thousandths. Take some back first."
                        .formatted(others));
    }

    private static Refused no(String code, String title, String detail) {
        return Refusal.of(code, title, detail).asException();
    }
}
