package tallystick.runtime.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.runtime.telemetry.MetricNames;
import tallystick.runtime.telemetry.TraceIds;

/** One run of a calendar job, as Quartz sees it. Its name is stored in the tables of Quartz: do not rename. */
@DisallowConcurrentExecution
final class CalendarTask implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarTask.class);

    private final CalendarJob job;
    private final MeterRegistry registry;

    CalendarTask(CalendarJob job, MeterRegistry registry) {
        this.job = job;
        this.registry = registry;
    }

    @Override
    public void execute(JobExecutionContext context) {
        run();
    }

    void run() {
        try (TraceIds.Scope _ = TraceIds.during(TraceIds.fresh())) {
            job.task().run();
        } catch (Exception failure) {
            registry.counter(MetricNames.CALENDAR_FAILURES, "job", job.name()).increment();
            LOG.error("The calendar job '{}' failed; its next occurrence tries again.", job.name(), failure);
        }
    }
}
