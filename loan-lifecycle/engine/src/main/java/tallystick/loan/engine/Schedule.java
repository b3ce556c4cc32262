package tallystick.loan.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The dated rows of a loan. Their principal adds up to what was paid out, to the minor unit. */
public record Schedule(LoanTerms terms, List<Row> rows) {
    public Schedule {
        rows = List.copyOf(rows);
    }

    public BigDecimal sum(Function<Row, BigDecimal> part) {
        return rows.stream().map(part).reduce(terms.zero(), BigDecimal::add);
    }
}
