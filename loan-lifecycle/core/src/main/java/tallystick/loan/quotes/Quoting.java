package tallystick.loan.quotes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import tallystick.kernel.Refusal;
import tallystick.loan.api.Quote;
import tallystick.loan.api.QuoteTerms;
import tallystick.loan.api.ScheduleRow;
import tallystick.loan.api.Terms;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.Row;
import tallystick.loan.engine.RowType;
import tallystick.loan.engine.TaxTotal;
import tallystick.loan.engine.TermsNotPossible;
import tallystick.loan.engine.cost.Yields;
import tallystick.loan.terms.EngineAmounts;
import tallystick.loan.terms.EngineTerms;
import tallystick.runtime.queries.AnswersQueries;

/** Answers what terms lead to. */
class Quoting implements AnswersQueries {
    @QueryHandler
    Quote answer(QuoteTerms question) {
        try {
            return quote(question.terms(), List.of());
        } catch (TermsNotPossible impossible) {
            throw new Refusal(
                            "terms-not-possible",
                            "No schedule follows from the terms",
                            impossible.getMessage() + ".",
                            Map.of("field", impossible.field(), "found", impossible.found()))
                    .asException();
        }
    }

    static Quote quote(QuotesController.Asked asked) {
        var caps = Caps.of(Objects.requireNonNullElse(asked.caps(), List.of()));
        return NotPossible.at("/terms", () -> quote(asked.terms(), caps));
    }

    private static Quote quote(Terms asked, List<Caps> caps) {
        var terms = EngineTerms.of(asked);
        var schedule = LoanEngine.schedule(terms);
        return new Quote(
                terms.currency().getCurrencyCode(),
                schedule.rows().stream().map(Quoting::row).toList(),
                EngineAmounts.of(schedule.totals()),
                yields(Yields.of(terms, schedule)),
                LoanEngine.VERSION,
                LoanEngine.taxes(terms, schedule).stream().map(Quoting::tax).toList(),
                caps.stream().map(cap -> cap.test(terms, schedule)).toList());
    }

    private static Quote.TaxTotal tax(TaxTotal total) {
        return new Quote.TaxTotal(
                total.tax().name(), total.amount().amount(), total.tax().included());
    }

    private static ScheduleRow row(Row row) {
        if (row.type() == RowType.CAPITALIZED) {
            return ScheduleRow.PaidOut.capitalized(row.due(), balance(row));
        }
        if (row.isPayout()) {
            return row.fees().isZero()
                    ? new ScheduleRow.PaidOut(row.due(), balance(row))
                    : new ScheduleRow.PaidOutLessFees(row.due(), row.fees().amount(), balance(row));
        }
        return new ScheduleRow.ToPay(
                row.nr(),
                ScheduleRow.Type.valueOf(row.type().name()),
                row.from(),
                row.due(),
                row.principal().amount(),
                row.interest().amount(),
                row.fees().amount(),
                row.penalties().amount(),
                row.total().amount(),
                balance(row));
    }

    private static BigDecimal balance(Row row) {
        return row.balance().amount();
    }

    private static Quote.Yields yields(Yields yields) {
        return new Quote.Yields(
                yields.irrPeriodic(),
                yields.irrNominal(),
                yields.effectiveAnnual(),
                yields.aprUs(),
                yields.aprcEu(),
                yields.aprcEuEqualMonths(),
                yields.allInCost());
    }
}
