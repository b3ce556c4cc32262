package tallystick.audit.backtests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.Sealed;

/** Recorded decisions, read page by page in the order of their time. */
final class Recordings {
    private static final String CHOSEN = """
        from audit.decisions_v1
         where decided_at < :to
           and (cast(:product as text) is null or product = :product)
           and (cast(:channel as text) is null or channel = :channel)
           and mod(abs(hashtextextended(audit, 0)::numeric), 10000) < :sample
        """;

    private final JdbcClient database;

    Recordings(JdbcClient database) {
        this.database = database;
    }

    /** One of them, its facts still sealed. */
    record Recording(
            String audit,
            int nr,
            String application,
            String outcome,
            @Nullable BigDecimal rate,
            String reasons,
            Sealed facts,
            OffsetDateTime decidedAt) {}

    long count(Period period) {
        return database.sql("select count(*) " + CHOSEN + " and decided_at >= :from")
                .params(params(period))
                .query(Long.class)
                .single();
    }

    /** Begins where the last one ended, and nowhere else: of two lower bounds PostgreSQL reads its index from the first. */
    List<Recording> page(Period period, @Nullable Recording after, int most) {
        var params = params(period);
        params.put("at", after == null ? start(period.from()) : after.decidedAt());
        params.put("audit", after == null ? "" : after.audit());
        params.put("nr", after == null ? 0 : after.nr());
        params.put("most", most);
        return database.sql("select audit, nr, application, outcome, rate, reasons, party, epoch,"
                        + " sealed, decided_at "
                        + CHOSEN
                        + " and (decided_at, audit, nr) > (:at, :audit, :nr)"
                        + " order by decided_at, audit, nr limit :most")
                .params(params)
                .query((row, _) -> new Recording(
                        row.getString("audit"),
                        row.getInt("nr"),
                        row.getString("application"),
                        row.getString("outcome"),
                        row.getBigDecimal("rate"),
                        row.getString("reasons"),
                        new Sealed(
                                row.getString("party"),
                                Sealed.Purpose.FACTS,
                                row.getInt("epoch"),
                                row.getBytes("sealed")),
                        row.getObject("decided_at", OffsetDateTime.class)))
                .list();
    }

    private static Map<String, @Nullable Object> params(Period period) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("from", start(period.from()));
        params.put("to", start(period.to().plusDays(1)));
        params.put("product", period.product());
        params.put("channel", period.channel());
        params.put("sample", period.tenThousandths());
        return params;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
