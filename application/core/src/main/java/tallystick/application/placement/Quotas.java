package tallystick.application.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.application.placement.Appetite.Usage;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Jurisdiction;

/** Counts what programmes have taken, in days and months of their market. A quota is a wish of the bank; a line is exact. */
final class Quotas {
    private final JdbcClient database;

    Quotas(JdbcClient database) {
        this.database = database;
    }

    Usage used(Listed programme, Jurisdiction where, Instant at) {
        var quota = programme.data().quota();
        if (quota == null || (quota.daily() == null && quota.monthly() == null)) {
            return Usage.NONE;
        }
        var today = where.dateAt(at);
        return database.sql("""
            select count(*) filter (where at >= :day) as today, count(*) as month
              from application.reservations_v1
             where line = :line and at >= :month and state in ('RESERVED', 'CONFIRMED')
            """)
                .param(
                        "line",
                        FundingLineId.named(programme.data().fundingLine()).value())
                .param("day", OffsetDateTime.ofInstant(where.startOf(today), ZoneOffset.UTC))
                .param("month", OffsetDateTime.ofInstant(where.startOf(today.withDayOfMonth(1)), ZoneOffset.UTC))
                .query((row, _) -> new Usage(row.getInt("today"), row.getInt("month")))
                .single();
    }
}
