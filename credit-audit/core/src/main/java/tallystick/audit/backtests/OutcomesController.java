package tallystick.audit.backtests;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.runtime.web.door.Readers;

/** What became of the loans that a rule set decided: champion and challengers are compared by loss, not by their approvals. */
@RestController
@Readers
@Tag(name = "Rule sets")
class OutcomesController {
    private static final int LATE = 30;

    private final JdbcClient database;

    OutcomesController(JdbcClient database) {
        this.database = database;
    }

    record Outcomes(String hash, List<LoansOfASet> items) {}

    /**
     * Its loans of one currency that were paid out.
     *
     * @param late those that are more than thirty days overdue now
     * @param lost those that were written off, or that a guarantor paid
     * @param loss the principal of these that did not come back
     */
    record LoansOfASet(long loans, Money principal, long late, long lost, Money loss) {}

    @Operation(
            operationId = "getRuleSetOutcomes",
            summary = "What became of the loans a rule set decided",
            description =
                    "By currency: how many, how many are late or lost, and how much of the principal. To be compared"
                            + " with those of the set beside it, decided in the same time.")
    @GetMapping("/api/v1/rule-sets/{hash}/outcomes")
    Outcomes one(@PathVariable String hash) {
        return new Outcomes(
                hash,
                database.sql("""
                    with loans as (
                        select cast(l.terms as jsonb) #>> '{principal,currency}' as currency,
                               cast(cast(l.terms as jsonb) #>> '{principal,amount}' as numeric) as principal,
                               l.principal_paid, l.overdue_days > :late as late, l.worst is not null as lost
                          from audit.own_loans_v2 l
                          cross join lateral (
                              select d.rule_set, d.pricing_set from audit.decisions_v1 d where d.application = l.application
                               order by d.decided_at desc, d.nr desc limit 1) decided
                         where l.state in ('ACTIVE', 'PAID_OFF') and :hash in (decided.rule_set, decided.pricing_set))
                    select currency, count(*) as loans, sum(principal) as principal, count(*) filter (where late) as late,
                           count(*) filter (where lost) as lost,
                           coalesce(sum(principal - principal_paid) filter (where lost), 0) as loss
                      from loans group by currency order by currency
                    """)
                        .param("hash", hash)
                        .param("late", LATE)
                        .query((row, _) -> new LoansOfASet(
                                row.getLong("loans"),
                                Money.of(
                                        row.getString("currency"),
                                        row.getBigDecimal("principal").toPlainString()),
                                row.getLong("late"),
                                row.getLong("lost"),
                                Money.of(
                                        row.getString("currency"),
                                        row.getBigDecimal("loss").toPlainString())))
                        .list());
    }
}
