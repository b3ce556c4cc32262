package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;

/**
 * A loan that takes facts one by one, for who asks what the next payment pays. It comes to the same as a calculation
 * from scratch, which a fact needs that lies before another or takes one back.
 */
public final class OpenLoan {
    private final LoanTerms terms;
    private final Replay replay;
    private LocalDate last;

    private OpenLoan(LoanTerms terms, Replay replay, LocalDate last) {
        this.terms = terms;
        this.replay = replay;
        this.last = last;
    }

    /** With the facts until the end of a day. */
    static OpenLoan of(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate asOf) {
        var counting = History.of(terms, facts, asOf).counting();
        return new OpenLoan(terms, Replay.of(terms, rules, counting), asOf);
    }

    /** Another one that stands where this one does. */
    public OpenLoan copy() {
        return new OpenLoan(terms, replay.copy(), last);
    }

    /**
     * What the next fact pays.
     *
     * @throws TermsNotPossible for a fact before the day the loan stands on, and for a reversal
     */
    public Share take(Fact fact) {
        if (fact.date().isBefore(last)) {
            throw new TermsNotPossible(
                    "fact/date",
                    "must not be before the day the loan stands on, " + last,
                    fact.date().toString());
        }
        if (fact instanceof Fact.Reversal reversal) {
            throw new TermsNotPossible("fact/type", "must not take another fact back", reversal.of());
        }
        FactRules.check(terms, List.of(fact));
        replay.on(fact);
        last = fact.date();
        return replay.share(fact.id()).orElseGet(() -> replay.nothing(fact.id()));
    }

    /** Where the loan stands at the end of a day that is not before its last fact. */
    public Statement statement(LocalDate asOf) {
        return Standing.of(replay.copy().through(asOf), replay.shares(), asOf);
    }
}
