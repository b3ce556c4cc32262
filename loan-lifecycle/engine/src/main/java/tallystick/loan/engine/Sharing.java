package tallystick.loan.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Shares one amount out over the rows: past due first, then due on the day, then in advance; the rest is credit. */
final class Sharing {
    private final AllocationRules rules;
    private final List<OpenRow> pastDue = new ArrayList<>();
    private final List<OpenRow> due = new ArrayList<>();
    private final List<OpenRow> inAdvance = new ArrayList<>();
    private BigDecimal left;
    private Parts parts;

    Sharing(AllocationRules rules, List<OpenRow> rows, LocalDate day, BigDecimal amount, BigDecimal zero) {
        this.rules = rules;
        this.left = amount;
        this.parts = Parts.none(zero);
        for (var row : rows) {
            var date = row.row().due();
            (date.isBefore(day) ? pastDue : date.equals(day) ? due : inAdvance).add(row);
        }
    }

    Parts run() {
        pay(pastDue, rules.pastDue());
        pay(due, rules.due());
        switch (rules.future()) {
            case NEXT_ROW -> pay(inAdvance, rules.inAdvance());
            case LAST_ROW -> {
                Collections.reverse(inAdvance);
                pay(inAdvance, rules.inAdvance());
            }
            case CREDIT -> {}
        }
        return parts.withCredit(left);
    }

    private void pay(List<OpenRow> rows, List<Component> order) {
        switch (rules.across()) {
            case ROWS -> rows.forEach(row -> order.forEach(component -> pay(row, component)));
            case COMPONENTS -> order.forEach(component -> rows.forEach(row -> pay(row, component)));
        }
    }

    private void pay(OpenRow row, Component component) {
        var taken = row.take(component, left);
        left = left.subtract(taken);
        parts = parts.plus(component, taken);
    }
}
