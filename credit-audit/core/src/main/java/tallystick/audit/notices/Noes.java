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

    private Optional<No> lenders(AuditDecided decided) {
        return database.sql("select occasion, ended_at, lenders from audit.lenders_noes_v1"
                        + " where application = ? and occasion is not null")
                .param(decided.application().value())
                .query((row, _) -> new No(
                        Occasion.valueOf(row.getString("occasion")),
                        row.getTimestamp("ended_at").toInstant(),
                        List.of((String[]) row.getArray("lenders").getArray())))
                .optional();
    }
}
