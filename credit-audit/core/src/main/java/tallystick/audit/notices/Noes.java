package tallystick.audit.notices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.audit.api.AuditEvent.AuditDecided;
import tallystick.audit.api.Outcome;
import tallystick.audit.facts.Gatherer;
import tallystick.audit.reviews.Reviewed;

/** Finds what is to be told of a case: the no of the rules, of a person or of lenders, or what is missing. */
final class Noes {
    private final JdbcClient database;
    private final Reviewed reviewed;

    Noes(JdbcClient database, Reviewed reviewed) {
        this.database = database;
        this.reviewed = reviewed;
    }

    Optional<No> to(AuditDecided decided) {
        return decided.outcome() == Outcome.DECLINE
                ? Optional.of(new No.Ours(decided.reasons(), decided.at()))
                : reviewers(decided).or(() -> incomplete(decided)).or(() -> lenders(decided));
    }

    private Optional<No> reviewers(AuditDecided decided) {
        return reviewed.decided(decided.audit(), decided.nr())
                .filter(said -> said.outcome() == Outcome.DECLINE)
                .<No>map(said -> said.missing() == null
                        ? new No.Ours(decided.reasons(), said.at())
                        : new No.Unanswered(said.missing(), said.at()));
    }

    private Optional<No> incomplete(AuditDecided decided) {
        return reviewed.waitsFor(decided.audit(), decided.nr())
                .<No>map(asked -> new No.Incomplete(
                        Objects.requireNonNull(asked.wanted()),
                        Objects.requireNonNull(asked.answerBefore()),
                        decided.at(), // Decided as soon as it was handed in.
                        asked.at()));
    }

    /** Facts that grow old are decided again: lenders have then heard of the newest decision only. */
    private Optional<No> lenders(AuditDecided decided) {
        return database.sql("""
            select n.occasion, n.ended_at, n.lenders, n.reasons
              from audit.lenders_noes_v1 n
              cross join lateral (
                  select d.audit, d.nr from audit.decisions_v1 d where d.application = n.application
                   order by d.decided_at desc, d.nr desc limit 1) newest
             where n.application = ? and n.occasion is not null and newest.audit = ? and newest.nr = ?
            """)
                .params(decided.application().value(), decided.audit().value(), decided.nr())
                .<No>query((row, _) -> new No.OfLenders(
                        Occasion.valueOf(row.getString("occasion")),
                        row.getTimestamp("ended_at").toInstant(),
                        List.of((String[]) row.getArray("lenders").getArray()),
                        Gatherer.strings(row.getString("reasons"))))
                .optional();
    }
}
