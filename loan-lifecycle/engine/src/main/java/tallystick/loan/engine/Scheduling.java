package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows, one after the other, from the balance that is left. The last row takes the rest. */
final class Scheduling {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final LoanTerms terms;
    private final Periods periods;
    private final List<Row> rows = new ArrayList<>();
    private BigDecimal balance;
    private BigDecimal instalment;

    Scheduling(LoanTerms terms) {
        this.terms = terms;
        this.periods = new Periods(terms, PRECISION);
        this.balance = terms.zero();
        this.instalment = terms.zero();
    }

    Schedule run() {
        for (var row = 0; row < terms.due().size(); row++) {
            add(row);
        }
        return new Schedule(terms, rows);
    }

    private void add(int row) {
        var interest = interest(row);
        var principal =
                isLast(row) ? balance : principal(interest).max(terms.zero()).min(balance);
        balance = balance.subtract(principal);
        rows.add(new Row(
                row + 1,
                periods.start(row),
                periods.end(row),
                principal,
                interest,
                terms.zero(),
                terms.zero(),
                balance));
    }

    /** Takes what is paid out in the row into the balance, and says what the row's interest is. */
    private BigDecimal interest(int row) {
        var exact = BigDecimal.ZERO;
        for (var stretch : periods.stretches(row)) {
            if (stretch.paidOut().signum() > 0) {
                balance = balance.add(stretch.paidOut());
                instalment = fresh(row);
            }
            exact = exact.add(charge(stretch));
        }
        return terms.rounded(exact);
    }

    private BigDecimal charge(Periods.Stretch stretch) {
        return switch (terms.interest()) {
            case DECLINING_DAILY, DECLINING_PER_PERIOD ->
                balance.multiply(periods.factor(stretch.from(), stretch.to()), PRECISION);
            case FLAT -> terms.principal().multiply(periods.factor(stretch.from(), stretch.to()), PRECISION);
        };
    }

    /** What a row pays once the balance has grown: on equal terms over the rows that are left. */
    private BigDecimal fresh(int row) {
        var left = BigDecimal.valueOf(terms.due().size() - (long) row);
        return switch (terms.amortization()) {
            case EQUAL_INSTALLMENTS ->
                terms.interest() == LoanTerms.Interest.FLAT
                        ? terms.rounded(balance.divide(left, PRECISION))
                        : terms.rounded(new EqualInstallments(periods, PRECISION).of(balance, row));
            case EQUAL_PRINCIPAL -> terms.rounded(balance.divide(left, PRECISION));
            case INTEREST_ONLY, BULLET -> terms.zero();
        };
    }

    private BigDecimal principal(BigDecimal interest) {
        return switch (terms.amortization()) {
            case EQUAL_INSTALLMENTS ->
                terms.interest() == LoanTerms.Interest.FLAT ? instalment : instalment.subtract(interest);
            case EQUAL_PRINCIPAL -> instalment;
            case INTEREST_ONLY, BULLET -> terms.zero();
        };
    }

    private boolean isLast(int row) {
        return row == terms.due().size() - 1;
    }
}
