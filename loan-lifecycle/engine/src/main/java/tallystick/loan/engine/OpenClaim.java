package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import tallystick.kernel.Money;

/** A guarantor's claim while facts are replayed: what is left of it, and what it bears, exact until it is asked for. */
final class OpenClaim {
    private final LoanTerms terms;
    private final Fact.Claim claim;
    private final Tally left = new Tally();
    private BigDecimal grown = BigDecimal.ZERO;
    private long charged;
    private LocalDate until;

    /** @param owed of its rows on its day; no claim is worth more, whatever was paid for it */
    OpenClaim(LoanTerms terms, Fact.Claim claim, Parts owed) {
        this.terms = terms;
        this.claim = claim;
        until = claim.date();
        for (var component : Component.values()) {
            left.add(component, Math.min(claim.amount().units(component), owed.units(component)));
        }
    }

    private OpenClaim(OpenClaim other) {
        terms = other.terms;
        claim = other.claim;
        left.become(other.left.parts(terms.currency()));
        grown = other.grown;
        charged = other.charged;
        until = other.until;
    }

    OpenClaim copy() {
        return new OpenClaim(this);
    }

    /** Says how much more it bears by a day, as long as so much is owed in all. */
    long growThrough(LocalDate day, long owed) {
        if (!day.isAfter(until)) {
            return 0;
        }
        var base = BigDecimal.valueOf(Math.min(left.total(), owed));
        grown = grown.add(SimpleInterest.of(terms, claim.annualRate(), base, until, day));
        until = day;
        var more = grown.setScale(0, terms.rounding().mode()).longValueExact() - charged;
        charged += more;
        return more;
    }

    /** Takes what it can of a payment, and says what it leaves for others. */
    Parts pay(Parts payment) {
        var rest = payment;
        for (var component : Component.values()) {
            var part = Math.min(left.of(component), payment.units(component));
            left.add(component, -part);
            rest = rest.plus(component, -part);
        }
        return rest;
    }

    ClaimInterest interest(Currency currency) {
        return new ClaimInterest(claim.id(), Money.ofMinor(currency, charged));
    }
}
