package tallystick.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.terms.EngineTerms;

/** Schedules of 36 rows a second by one thread, of loans that differ; equal instalments by days. */
final class ScheduleRate implements Measurement {
    @Override
    public void run(Options options, Report report) {
        var loans = IntStream.range(0, 1000).mapToObj(ScheduleRate::terms).toList();
        computed(loans, options);
        for (var round = 0; round < options.number("rounds", 5); round++) {
            report.add("36-row schedules by one thread", "/s", computed(loans, options));
        }
    }

    private static double computed(List<LoanTerms> loans, Options options) {
        var start = System.nanoTime();
        var end = start + options.seconds(5).toNanos();
        var done = 0L;
        var sink = 0;
        while (System.nanoTime() < end) {
            for (var loan : loans) {
                sink += LoanEngine.schedule(loan).rows().size();
            }
            done += loans.size();
        }
        if (sink == 0) {
            throw new IllegalStateException("Expected rows; found none.");
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static LoanTerms terms(int nr) {
        var principal = Money.of(
                "CNY", BigDecimal.valueOf(10_000 + nr * 37L).setScale(2).toPlainString());
        var start = LocalDate.of(2026, 1, 1).plusDays(nr % 365);
        return EngineTerms.of(new Terms(
                principal,
                Rate.of("0.12"),
                Terms.Method.DECLINING,
                Terms.Amortization.EQUAL_INSTALLMENTS,
                Terms.InterestPeriod.DAILY,
                "ACT/365",
                "P1M",
                36,
                start.plusMonths(1),
                null,
                null,
                List.of(new Terms.Disbursement(start, principal)),
                null,
                List.of(),
                null,
                null,
                null,
                null));
    }
}
