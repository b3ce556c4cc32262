package tallystick.loan.engine;

import java.util.List;
import tallystick.kernel.Money;

/** What one tax comes to over a whole schedule, whether it is on top of the prices or included in them. */
public record TaxTotal(Tax tax, Money amount) {
    static List<TaxTotal> of(LoanTerms terms, Schedule schedule) {
        return terms.taxes().stream()
                .map(tax -> new TaxTotal(tax, Money.ofMinor(terms.currency(), units(tax, terms, schedule))))
                .toList();
    }

    private static long units(Tax tax, LoanTerms terms, Schedule schedule) {
        var mode = terms.rounding().mode();
        var rows = schedule.rows().stream()
                .filter(row -> row.type() == RowType.INSTALLMENT)
                .toList();
        if (tax.on() == Tax.On.INTEREST) {
            return rows.stream()
                    .mapToLong(row -> tax.of(row.parts().interestUnits(), mode))
                    .sum();
        }
        return terms.fees().stream()
                .mapToLong(fee -> tax.of(Units.of(fee.amount()), mode) * fee.times(rows.size()))
                .sum();
    }
}
