package tallystick.loan.quotes;

import java.util.ArrayList;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import tallystick.kernel.Refusal;
import tallystick.loan.api.Quote;
import tallystick.loan.api.QuoteTerms;
import tallystick.loan.api.ScheduleRow;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.Schedule;
import tallystick.loan.engine.Step;
import tallystick.loan.engine.TermsRefused;
import tallystick.loan.engine.Yields;
import tallystick.loan.terms.EngineTerms;
import tallystick.runtime.queries.AnswersQueries;

/** Quotes terms: schedule, totals and yields. */
final class Quoting implements AnswersQueries {
    /** For other contexts: what cannot be is a refusal. */
    @QueryHandler
    Quote answer(QuoteTerms question) {
        try {
            return of(question.terms());
        } catch (TermsRefused no) {
            throw new Refusal(
                            "terms-not-possible",
                            "These terms cannot be",
                            String.valueOf(no.getMessage()),
                            Map.of("field", no.field()))
                    .asException();
        }
    }

    /** @throws TermsRefused naming the field */
    Quote of(Terms terms) {
        var schedule = LoanEngine.schedule(EngineTerms.of(terms));
        var step = terms.dueDates() == null ? Step.of(terms.every()) : null;
        var yields = Yields.of(schedule, step);
        return new Quote(
                schedule.terms().currency().getCurrencyCode(),
                rows(schedule),
                totals(schedule),
                new Quote.Yields(
                        yields.irrNominal(),
                        yields.effectiveAnnual(),
                        yields.aprUs(),
                        yields.aprcEu(),
                        yields.allInCost()),
                LoanEngine.VERSION);
    }

    /** Payouts among the instalments by date; a row that is due on the day of a payout comes before it. */
    private static java.util.List<ScheduleRow> rows(Schedule schedule) {
        var rows = new ArrayList<ScheduleRow>();
        var payouts = new ArrayList<>(schedule.terms().disbursements());
        for (var row : schedule.rows()) {
            while (!payouts.isEmpty() && payouts.getFirst().date().isBefore(row.due())) {
                var payout = payouts.removeFirst();
                rows.add(new ScheduleRow.PaidOut(payout.date(), payout.amount()));
            }
            rows.add(toPay(row));
        }
        return rows;
    }

    static ScheduleRow toPay(Row row) {
        return new ScheduleRow.ToPay(
                row.nr(),
                ScheduleRow.Type.INSTALLMENT,
                row.from(),
                row.due(),
                row.principal(),
                row.interest(),
                row.fees(),
                row.penalties(),
                row.total(),
                row.balance());
    }

    private static Quote.Totals totals(Schedule schedule) {
        return new Quote.Totals(
                schedule.sum(Row::principal),
                schedule.sum(Row::interest),
                schedule.sum(Row::fees),
                schedule.sum(Row::penalties),
                schedule.sum(Row::total));
    }
}
