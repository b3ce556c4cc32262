package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What guarantors have paid of a loan. The debt stands, and is theirs until payments have paid it: the oldest claim first.
 * What claims bear is owed with the oldest row that is not paid.
 */
final class Claims {
    private final LoanTerms terms;
    private final List<OpenClaim> all = new ArrayList<>(0);
    private boolean ofAll;

    Claims(LoanTerms terms) {
        this.terms = terms;
    }

    Claims copy() {
        var copy = new Claims(terms);
        all.forEach(claim -> copy.all.add(claim.copy()));
        copy.ofAll = ofAll;
        return copy;
    }

    void begin(Fact.Claim claim, OpenRows rows) {
        all.add(new OpenClaim(terms, claim, rows.claimed(claim.rows())));
        ofAll |= claim.isOfAll();
    }

    /** Whether the whole loan is a guarantor's: then nothing of it bears the contract's interest any more. */
    boolean areOfAll() {
        return ofAll;
    }

    void growThrough(LocalDate day, OpenRows rows) {
        for (var claim : all) {
            var more = claim.growThrough(day, rows.outstanding().totalUnits());
            if (more > 0) {
                rows.open().getFirst().charge(new DueCharge(Component.PENALTY, day, more));
            }
        }
    }

    void pay(Parts payment) {
        var left = payment;
        for (var claim : all) {
            left = claim.pay(left);
        }
    }

    List<ClaimInterest> interest() {
        return all.stream().map(claim -> claim.interest(terms.currency())).toList();
    }
}
