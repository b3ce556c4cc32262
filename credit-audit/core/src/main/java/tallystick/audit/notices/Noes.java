package tallystick.audit.notices;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Outcome;

/** Finds the no that is to be told of a case: the rules', a person's, or the lenders'. */
final class Noes {
    private final JdbcClient database;

    Noes(JdbcClient database) {
        this.database = database;
    }

    Optional<No> to(AuditDecided decided) {
        return decided.outcome() == Outcome.DECLINE
                ? Optional.of(No.ours(decided.at()))
                : reviewers(decided).or(() -> lenders(decided));
    }

    private Optional<No> reviewers(AuditDecided decided) {
        return database.sql("select decided_at from audit.review_decisions_v1"
                        + " where audit = ? and nr = ? and outcome = 'DECLINE'")
                .params(decided.audit().value(), decided.nr())
                .query((row, _) -> No.ours(row.getTimestamp(1).toInstant()))
                .optional();
    }

    /** Facts that grow old are decided again: lenders have then heard of the newest decision only. */
    private Optional<No> lenders(AuditDecided decided) {
        return database.sql("""
            select n.occasion, n.ended_at, n.lenders
              from audit.lenders_noes_v1 n
              cross join lateral (
                  select d.audit, d.nr from audit.decisions_v1 d where d.application = n.application
                   order by d.decided_at desc, d.nr desc limit 1) newest
             where n.application = ? and n.occasion is not null and newest.audit = ? and newest.nr = ?
            """)
                .params(decided.application().value(), decided.audit().value(), decided.nr())
                .query((row, _) -> new No(
                        Occasion.valueOf(row.getString("occasion")),
                        row.getTimestamp("ended_at").toInstant(),
                        List.of((String[]) row.getArray("lenders").getArray())))
                .optional();
    }
}
