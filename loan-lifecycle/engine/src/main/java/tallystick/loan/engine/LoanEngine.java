package tallystick.loan.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loan mathematics: the same terms and facts give the same answer, for ever. A change of arithmetic is a new version
 * beside this one.
 */
public final class LoanEngine {
    /** The version of the arithmetic; a booked loan keeps the one it was booked with. */
    public static final String VERSION = "1";

    private LoanEngine() {}

    /** @throws TermsNotPossible for a version that this engine does not have; null stands for the newest */
    public static void requireVersion(@Nullable String version) {
        if (version != null && !version.equals(VERSION)) {
            throw new TermsNotPossible("engine", "must be a version that there is: " + VERSION, version);
        }
    }

    /** What the terms lead to when everything is paid on its day. */
    public static Schedule schedule(LoanTerms terms) {
        return ScheduleBuilder.of(terms);
    }

    /** What each tax of the terms comes to, in their order. */
    public static List<TaxTotal> taxes(LoanTerms terms, Schedule schedule) {
        return TaxTotal.of(terms, schedule);
    }

    /** Where the loan stands at the end of a day. Facts after that day are left out. */
    public static Statement statement(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate asOf) {
        var history = History.of(terms, facts, asOf);
        var counting = history.counting();
        var replay = Replay.of(terms, rules, counting).through(asOf);
        return Standing.of(replay, history.shares(terms, rules, counting, replay.shares()), asOf);
    }

    /**
     * Rows that were not paid when their days of grace were over, as of the end of a day: those that are due longer ago than
     * that.
     */
    public static List<LateRow> late(
            LoanTerms terms, AllocationRules rules, List<Fact> facts, int graceDays, LocalDate asOf) {
        return Replay.late(terms, rules, History.of(terms, facts, asOf).counting(), graceDays, asOf);
    }

    /** A loan at the end of a day, to which later facts can be added one by one. */
    public static OpenLoan open(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate asOf) {
        return OpenLoan.of(terms, rules, facts, asOf);
    }

    /** What ends the loan on a day, if nothing more happens until then. */
    public static Payoff payoff(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate goodThrough) {
        return Replay.of(terms, rules, History.of(terms, facts, goodThrough).counting())
                .payoff(goodThrough);
    }
}
