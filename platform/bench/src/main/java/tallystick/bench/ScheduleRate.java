package tallystick.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.engine.AllocationRule;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Component;
import tallystick.loan.engine.DueDates;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.OpenLoan;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsDraft;

/**
 * The loan engine by one thread, garbage included, on a thousand loans that differ: schedules of equal instalments with
 * interest by days, the position of a loan with facts, and what one more repayment pays. Processor time is told beside
 * the clock's, since others may want the same core.
 */
final class ScheduleRate implements Measurement {
    private static final int LOANS = 1000;
    private static final int FACTS = 40;
    private static final AllocationRules RULES = AllocationRules.of(
            AllocationRule.inOrder(Component.PENALTY, Component.FEE, Component.INTEREST, Component.PRINCIPAL));
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public void run(Options options, Report report) {
        var short36 = loans(36);
        var long360 = loans(360);
        var facts = short36.stream().map(ScheduleRate::facts).toList();
        var open = IntStream.range(0, LOANS)
                .mapToObj(nr -> LoanEngine.open(short36.get(nr), RULES, facts.get(nr), last(facts.get(nr))))
                .toList();
        for (var round = -1; round < options.number("rounds", 5); round++) {
            var told = round < 0 ? new Report("warm-up") : report;
            rate(told, options, "36-row schedules", nr -> rows(short36.get(nr)));
            rate(told, options, "360-row schedules", nr -> rows(long360.get(nr)));
            rate(told, options, "positions of 36 rows with 40 facts", nr -> position(short36.get(nr), facts.get(nr)));
            rate(told, options, "one more repayment", nr -> oneMore(open.get(nr), last(facts.get(nr))));
        }
    }

    private static void rate(Report report, Options options, String what, IntToLongFunction work) {
        var start = System.nanoTime();
        var end = start + options.seconds(5).toNanos();
        var busy = THREAD.getCurrentThreadCpuTime();
        var bytes = THREAD.getCurrentThreadAllocatedBytes();
        var done = 0L;
        var sink = 0L;
        while (System.nanoTime() < end) {
            for (var nr = 0; nr < LOANS; nr++) {
                sink += work.applyAsLong(nr);
            }
            done += LOANS;
        }
        if (sink == 0) {
            throw new IllegalStateException("Expected rows; found none.");
        }
        var used = THREAD.getCurrentThreadCpuTime() - busy;
        report.add(what, "/s", done * 1e9 / (System.nanoTime() - start));
        report.add(what + ", of processor time", "/s", done * 1e9 / used);
        report.add(what + ", each", "B", (double) (THREAD.getCurrentThreadAllocatedBytes() - bytes) / done);
    }

    private static long rows(LoanTerms terms) {
        return LoanEngine.schedule(terms).rows().size();
    }

    private static long position(LoanTerms terms, List<Fact> facts) {
        return LoanEngine.statement(terms, RULES, facts, last(facts)).rows().size();
    }

    /** On a copy, since the loan must stay as it is for the next round. */
    private static long oneMore(OpenLoan open, LocalDate last) {
        var next = new Fact.Repayment("next", last.plusDays(5), Money.of("CNY", "250.00"));
        return open.copy().take(next).parts().totalUnits();
    }

    private static LocalDate last(List<Fact> facts) {
        return facts.getLast().date();
    }

    private static List<LoanTerms> loans(int rows) {
        return IntStream.range(0, LOANS).mapToObj(nr -> terms(nr, rows)).toList();
    }

    private static LoanTerms terms(int nr, int rows) {
        var principal = Money.of(
                "CNY", BigDecimal.valueOf(10_000 + nr * 37L).setScale(2).toPlainString());
        var start = LocalDate.of(2026, 1, 1).plusDays(nr % 365);
        var month = Step.parse("P1M");
        return new TermsDraft(principal, Rate.of("0.12"), start, month, DueDates.of(start, null, month, rows)).terms();
    }

    /** Two repayments of half a row each, and a fee now and then. */
    private static List<Fact> facts(LoanTerms terms) {
        var rows = LoanEngine.schedule(terms).due();
        var facts = new ArrayList<Fact>(FACTS);
        for (var nr = 0; nr < FACTS; nr++) {
            var row = rows.get(nr / 2);
            var half = Money.ofMinor(terms.currency(), row.total().minorUnits().longValueExact() / 2);
            facts.add(
                    nr % 10 == 9
                            ? new Fact.Charge(
                                    "f" + nr, row.due(), Fact.Charge.Kind.FEE, row.due(), Money.of("CNY", "5.00"))
                            : new Fact.Repayment("f" + nr, row.due(), half));
        }
        return facts;
    }
}
