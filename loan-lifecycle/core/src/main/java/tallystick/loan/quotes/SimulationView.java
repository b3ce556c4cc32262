package tallystick.loan.quotes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tallystick.loan.api.Amounts;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.RowType;
import tallystick.loan.engine.Share;
import tallystick.loan.engine.Statement;
import tallystick.loan.engine.StatementRow;
import tallystick.loan.terms.EngineAmounts;
import tallystick.loan.terms.EngineTerms;

/** What a simulation led to. */
record SimulationView(String currency, List<Due> rows, List<Shared> allocations, Position position, String engine) {

    /** A row with what was paid of it. */
    record Due(
            int nr,
            RowType type,
            LocalDate from,
            LocalDate due,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties,
            BigDecimal total,
            BigDecimal paid,
            BigDecimal outstanding,
            BigDecimal balance) {
        static Due of(StatementRow each) {
            var row = each.row();
            return new Due(
                    row.nr(),
                    row.type(),
                    row.from(),
                    row.due(),
                    row.principal().amount(),
                    row.interest().amount(),
                    row.fees().amount(),
                    row.penalties().amount(),
                    row.total().amount(),
                    each.paid().total().amount(),
                    each.outstanding().total().amount(),
                    row.balance().amount());
        }
    }

    /** What a fact paid. */
    record Shared(
            String of,
            FactBody.Type type,
            boolean reversed,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal fees,
            BigDecimal penalties,
            BigDecimal credit) {
        static Shared of(Share share, FactBody.Type type) {
            var parts = share.parts();
            return new Shared(
                    share.of(),
                    type,
                    share.reversed(),
                    parts.principal().amount(),
                    parts.interest().amount(),
                    parts.fees().amount(),
                    parts.penalties().amount(),
                    share.credit().amount());
        }
    }

    /** Where the loan stands. */
    record Position(LocalDate asOf, Amounts outstanding, BigDecimal overdue, BigDecimal creditBalance) {}

    static SimulationView of(Simulation asked) {
        var terms = NotPossible.at("/terms", () -> EngineTerms.of(asked.terms()));
        var rules = asked.allocation().rules();
        var facts = facts(asked.facts());
        var statement = NotPossible.at("", () -> LoanEngine.statement(terms, rules, facts, asked.asOf()));
        return new SimulationView(
                terms.currency().getCurrencyCode(),
                statement.rows().stream().map(Due::of).toList(),
                shared(asked.facts(), statement),
                position(statement),
                LoanEngine.VERSION);
    }

    private static List<Fact> facts(List<FactBody> bodies) {
        var facts = new ArrayList<Fact>();
        for (var body : bodies) {
            facts.add(body.fact(facts.size()));
        }
        return facts;
    }

    private static List<Shared> shared(List<FactBody> facts, Statement statement) {
        var shared = new ArrayList<Shared>();
        for (var fact : facts) {
            statement.share(fact.id()).ifPresent(share -> shared.add(Shared.of(share, fact.type())));
        }
        return shared;
    }

    private static Position position(Statement statement) {
        return new Position(
                statement.asOf(),
                EngineAmounts.of(statement.outstanding()),
                statement.overdue().amount(),
                statement.creditBalance().amount());
    }
}
