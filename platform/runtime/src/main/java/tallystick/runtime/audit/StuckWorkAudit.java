package tallystick.runtime.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.runtime.telemetry.FaultNames;

/** Looks at everything that waits. Run by the calendar, and by whoever wants to know now. */
public final class StuckWorkAudit {
    private static final Logger LOG = LoggerFactory.getLogger(StuckWorkAudit.class);

    private final List<WaitingWork> works;
    private final JdbcClient looker;
    private final Findings findings;
    private final AuditSettings settings;
    private final InstantSource clock;

    StuckWorkAudit(
            List<WaitingWork> works,
            JdbcTemplate database,
            Findings findings,
            AuditSettings settings,
            InstantSource clock) {
        this.works = works;
        this.looker = JdbcClient.create(limited(database, settings));
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
    }

    private static JdbcTemplate limited(JdbcTemplate database, AuditSettings settings) {
        JdbcTemplate limited = new JdbcTemplate(java.util.Objects.requireNonNull(database.getDataSource()));
        limited.setQueryTimeout(Math.toIntExact(settings.queryTimeout().toSeconds()));
        return limited;
    }

    /** Looks at every sort of work. One that cannot be looked at does not hide the others. */
    public void run() {
        findings.keepOnly(works.stream().map(WaitingWork::name).toList());
        works.forEach(this::look);
    }

    private void look(WaitingWork work) {
        Instant now = clock.instant();
        try {
            List<Finding> found = stuck(work, now);
            findings.replace(work.name(), found, now);
            found.forEach(finding -> LOG.warn(
                    "Expected {} {} to have a live saga and a future deadline, or an open case; found {}. Repair it"
                            + " under operations.",
                    work.name(),
                    finding.id(),
                    finding.missing()));
        } catch (RuntimeException failure) {
            LOG.error(
                    "Waiting work '{}' could not be looked at. Check the query that its context declares.",
                    work.name(),
                    failure);
            findings.couldNotLook(work.name(), FaultNames.of(failure), now);
        }
    }

    /** The condition goes round the context's query, so that what is well never leaves the database. */
    private List<Finding> stuck(WaitingWork work, Instant now) {
        OffsetDateTime before = OffsetDateTime.ofInstant(now.minus(settings.grace()), ZoneOffset.UTC);
        return looker.sql("""
            select id, live_saga, future_deadline from (%s) as waiting
             where not open_case and not (live_saga and future_deadline)
             order by id limit :most
            """.formatted(work.query()))
                .param("late", before)
                .param("settled", before)
                .param("most", settings.most())
                .query((row, _) ->
                        Finding.of(row.getString("id"), row.getBoolean("live_saga"), row.getBoolean("future_deadline")))
                .list();
    }
}
