package tallystick.application.parties;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Money;
import tallystick.kernel.PartyId;

/**
 * What is handed in, noted right before the application says so. Of two halves of one loan that come at the same moment no
 * read model may know when the facts of the first are gathered; but whichever is gathered later finds the other here. What
 * is noted and never handed in counts for nothing.
 */
public final class Arrivals {
    /** Longer than any read model is behind. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;

    Arrivals(JdbcClient database) {
        this.database = database;
    }

    /**
     * Something that others may have too.
     *
     * @param applicant whether it is the applicant's own, and not of somebody beside
     */
    public record Mark(String kind, String value, boolean applicant) {
        public static Mark of(PartyId party, boolean applicant) {
            return new Mark("PARTY", party.value(), applicant);
        }

        public static Mark of(Identifier identifier, boolean applicant) {
            return new Mark(identifier.kind(), identifier.hash(), applicant);
        }
    }

    /** Once it returns, everybody sees it. What was noted of an attempt before is not true any more. */
    public void note(ApplicationId application, String jurisdiction, Money amount, List<Mark> marks, Instant at) {
        database.sql("delete from application.arrivals where application = ?")
                .param(application.value())
                .update();
        database.sql("insert into application.arrivals (application, kind, mark, applicant, jurisdiction, amount, at)"
                        + " select ?, m.kind, m.mark, bool_or(m.applicant), ?, ?, ?"
                        + " from unnest(?::text[], ?::text[], ?::boolean[]) as m (kind, mark, applicant)"
                        + " group by m.kind, m.mark")
                .params(
                        application.value(),
                        jurisdiction,
                        amount.amount(),
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        marks.stream().map(Mark::kind).toArray(String[]::new),
                        marks.stream().map(Mark::value).toArray(String[]::new),
                        marks.stream().map(Mark::applicant).toArray(Boolean[]::new))
                .update();
    }

    void forget(Instant now) {
        database.sql("delete from application.arrivals where at < ?")
                .param(OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC))
                .update();
    }
}
