package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;

/** The engine's door. Stateless and pure. */
public final class LoanEngine {
    /** The version of this arithmetic; a change of it is a new version beside this one. */
    public static final String VERSION = "1";

    private LoanEngine() {}

    /** What the terms lead to when everybody does as agreed. */
    public static Schedule schedule(LoanTerms terms) {
        return new Scheduling(terms).run();
    }

    /** Where the loan stands at the end of a day, from everything that had happened by then. */
    public static Statement statement(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate asOf) {
        return new Replay(terms, rules, facts, asOf).run();
    }

    /** What it takes to end the loan on a day: interest counts to that day and no further. */
    public static Payoff payoff(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate day) {
        return Payoff.of(terms, statement(terms, rules, facts, day), day);
    }
}
