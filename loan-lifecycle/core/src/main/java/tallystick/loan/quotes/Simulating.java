package tallystick.loan.quotes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.loan.api.Allocation;
import tallystick.loan.engine.AllocationRules;
import tallystick.loan.engine.Fact;
import tallystick.loan.engine.LoanEngine;
import tallystick.loan.engine.LoanTerms;
import tallystick.loan.engine.Parts;
import tallystick.loan.engine.Statement;
import tallystick.loan.engine.TermsRefused;
import tallystick.loan.quotes.SimulationBody.FactBody;
import tallystick.loan.terms.EngineAllocation;
import tallystick.loan.terms.EngineTerms;
import tools.jackson.databind.JsonNode;

/** Runs terms and facts through the engine and shows where the loan stands. */
final class Simulating {
    private static final int MOST_FACTS = 2_000;

    private final LoanTerms terms;
    private final SimulationBody body;

    private Simulating(SimulationBody body) {
        this.body = body;
        this.terms = EngineTerms.of(body.terms());
    }

    static SimulationView of(SimulationBody body) {
        return new Simulating(body).run();
    }

    private SimulationView run() {
        var now = LoanEngine.statement(terms, rules(), facts(), body.asOf());
        return new SimulationView(
                terms.currency().getCurrencyCode(),
                now.rows().stream().map(Simulating::row).toList(),
                body.facts().stream()
                        .filter(fact -> fact.type() != FactBody.Type.REVERSAL)
                        .map(fact -> allocation(fact, now))
                        .toList(),
                position(now),
                LoanEngine.VERSION);
    }

    private AllocationRules rules() {
        var usual = body.allocation().usual();
        return EngineAllocation.of(new Allocation(order(usual.order()), usual.across(), usual.future()));
    }

    private static List<String> order(JsonNode order) {
        if (order.isString()) {
            return List.of(order.asString());
        }
        if (!order.isArray() || !order.valueStream().allMatch(JsonNode::isString)) {
            throw new TermsRefused(
                    "allocation.default.order",
                    "not-an-order",
                    "a short form or twelve names",
                    "" + order.getNodeType());
        }
        return order.valueStream().map(JsonNode::asString).toList();
    }

    private List<Fact> facts() {
        if (body.facts().size() > MOST_FACTS) {
            throw new TermsRefused(
                    "facts",
                    "too-many",
                    "at most " + MOST_FACTS,
                    "" + body.facts().size());
        }
        var ids = new HashSet<String>();
        var facts = new ArrayList<Fact>();
        for (var n = 0; n < body.facts().size(); n++) {
            var fact = body.facts().get(n);
            if (!ids.add(fact.id())) {
                throw new TermsRefused("facts." + n + ".id", "repeated", "an id of its own", fact.id());
            }
            facts.add(fact(fact, "facts." + n));
        }
        return facts;
    }

    private Fact fact(FactBody fact, String field) {
        return switch (fact.type()) {
            case REPAYMENT -> new Fact.Repayment(fact.id(), fact.date(), amount(fact.amount(), field));
            case CHARGE ->
                new Fact.Charge(
                        fact.id(),
                        fact.date(),
                        kind(fact.kind(), field),
                        given(fact.due(), field + ".due"),
                        amount(fact.amount(), field));
            case REVERSAL -> new Fact.Reversal(fact.id(), fact.date(), known(fact.of(), field));
        };
    }

    private BigDecimal amount(@Nullable Money amount, String field) {
        var given = amount == null ? null : amount.currency().equals(terms.currency()) ? amount : null;
        if (given == null || !given.isPositive()) {
            throw new TermsRefused(
                    field + ".amount", "not-allowed", "an amount above zero in " + terms.currency(), "" + amount);
        }
        return given.amount();
    }

    private static Fact.Charge.Kind kind(@Nullable String kind, String field) {
        return switch (String.valueOf(kind)) {
            case "FEE" -> Fact.Charge.Kind.FEE;
            case "PENALTY" -> Fact.Charge.Kind.PENALTY;
            default -> throw new TermsRefused(field + ".kind", "unknown", "FEE or PENALTY", "" + kind);
        };
    }

    private static LocalDate given(@Nullable LocalDate date, String field) {
        if (date == null) {
            throw new TermsRefused(field, "required", "a date", "none");
        }
        return date;
    }

    private String known(@Nullable String of, String field) {
        if (of == null || body.facts().stream().noneMatch(fact -> fact.id().equals(of))) {
            throw new TermsRefused(field + ".of", "unknown", "the id of another fact", "" + of);
        }
        return of;
    }

    private static SimulationView.Row row(Statement.PaidRow paid) {
        var row = paid.row();
        return new SimulationView.Row(
                row.nr(),
                "INSTALLMENT",
                row.from(),
                row.due(),
                row.principal(),
                row.interest(),
                row.fees(),
                row.penalties(),
                row.total(),
                paid.paid(),
                paid.outstanding(),
                row.balance());
    }

    private SimulationView.Shared allocation(FactBody fact, Statement now) {
        var parts = now.parts().get(fact.id());
        var reversed = body.facts().stream().anyMatch(other -> fact.id().equals(other.of()));
        var zero = BigDecimal.ZERO.setScale(terms.currency().getDefaultFractionDigits());
        var shown = parts == null ? new Parts(zero, zero, zero, zero, zero) : parts;
        return new SimulationView.Shared(
                fact.id(),
                fact.type().name(),
                reversed,
                shown.principal(),
                shown.interest(),
                shown.fees(),
                shown.penalties(),
                shown.credit());
    }

    private static SimulationView.Position position(Statement now) {
        var owed = now.owed();
        return new SimulationView.Position(
                now.asOf(),
                new SimulationView.Outstanding(
                        owed.principal(), owed.interest(), owed.fees(), owed.penalties(), owed.total()),
                now.overdue(),
                now.credit());
    }
}
