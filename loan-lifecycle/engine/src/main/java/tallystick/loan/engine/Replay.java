package tallystick.loan.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Goes through the facts day by day and shares each amount out over the rows. */
final class Replay {
    private final LoanTerms terms;
    private final AllocationRules rules;
    private final List<Fact> facts;
    private final LocalDate asOf;
    private final List<OpenRow> rows;
    private final Map<String, Parts> parts = new LinkedHashMap<>();
    private BigDecimal credit;

    Replay(LoanTerms terms, AllocationRules rules, List<Fact> facts, LocalDate asOf) {
        this.terms = terms;
        this.rules = rules;
        this.facts = Fact.standing(facts);
        this.asOf = asOf;
        this.credit = terms.zero();
        this.rows = LoanEngine.schedule(terms).rows().stream()
                .map(row -> new OpenRow(row, terms.zero()))
                .toList();
    }

    Statement run() {
        facts.stream().filter(fact -> !fact.date().isAfter(asOf)).forEach(this::apply);
        return new Statement(
                asOf,
                rows.stream().map(OpenRow::closed).toList(),
                parts,
                owed(),
                sum(row -> row.row().due().isBefore(asOf)),
                credit);
    }

    private void apply(Fact fact) {
        switch (fact) {
            case Fact.Repayment(var id, var date, var amount) -> parts.put(id, shared(date, amount));
            case Fact.PayingOff(var id, var date, var amount) -> {
                endsOn(date);
                parts.put(id, shared(date, amount));
            }
            case Fact.Charge(var id, var _, var kind, var due, var amount) -> {
                rowOf(due).charge(kind == Fact.Charge.Kind.FEE ? Component.FEE : Component.PENALTY, amount);
                parts.put(id, Parts.none(terms.zero()));
            }
            case Fact.Reversal _ -> throw new IllegalStateException("A reversal does not stand.");
        }
    }

    private Parts shared(LocalDate date, BigDecimal amount) {
        var sharing = new Sharing(rules, rows, date, amount, terms.zero());
        var shared = sharing.run();
        credit = credit.add(shared.credit());
        return shared;
    }

    /** From this day on no more interest is earned: what the rows behind it would have charged is dropped. */
    private void endsOn(LocalDate day) {
        for (var row : rows) {
            if (row.row().due().isAfter(day)) {
                row.owes(Component.INTEREST, accrued(row, day));
            }
        }
    }

    /** Interest of a row that is not due yet, for the days it has run, on what is left; less what it got already. */
    private BigDecimal accrued(OpenRow row, LocalDate day) {
        if (!row.row().from().isBefore(day)) {
            return terms.zero();
        }
        return Accrual.of(terms, notYetDue(day), row.row().from(), day)
                .subtract(row.paid(Component.INTEREST))
                .max(terms.zero());
    }

    private BigDecimal notYetDue(LocalDate day) {
        return rows.stream()
                .filter(row -> row.row().due().isAfter(day))
                .map(row -> row.owed(Component.PRINCIPAL))
                .reduce(terms.zero(), BigDecimal::add);
    }

    private OpenRow rowOf(LocalDate due) {
        return rows.stream()
                .filter(row -> !row.row().due().isBefore(due))
                .findFirst()
                .orElse(rows.getLast());
    }

    private Parts owed() {
        return new Parts(
                sum(Component.PRINCIPAL, _ -> true),
                sum(Component.INTEREST, this::isDue),
                sum(Component.FEE, this::isDue),
                sum(Component.PENALTY, this::isDue),
                terms.zero());
    }

    private boolean isDue(OpenRow row) {
        return !row.row().due().isAfter(asOf);
    }

    private BigDecimal sum(Component component, Predicate<OpenRow> which) {
        return rows.stream().filter(which).map(row -> row.owed(component)).reduce(terms.zero(), BigDecimal::add);
    }

    private BigDecimal sum(Predicate<OpenRow> which) {
        return rows.stream().filter(which).map(OpenRow::outstanding).reduce(terms.zero(), BigDecimal::add);
    }

    /** Interest by days on a balance. */
    static final class Accrual {
        private Accrual() {}

        static BigDecimal of(LoanTerms terms, BigDecimal balance, LocalDate from, LocalDate to) {
            return terms.rounded(balance.multiply(
                    new Periods(terms, MathContext.DECIMAL128).factor(from, to), MathContext.DECIMAL128));
        }
    }
}
