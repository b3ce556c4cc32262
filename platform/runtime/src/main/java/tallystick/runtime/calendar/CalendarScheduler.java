package tallystick.runtime.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.spi.TriggerFiredBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tallystick.runtime.clock.ClockListener;
import tallystick.runtime.database.Connections;

/** Enters the calendar jobs at start and runs this node's share of them until it stops. */
public final class CalendarScheduler implements SmartLifecycle, ClockListener {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarScheduler.class);

    private final Connections database;
    private final CalendarSettings settings;
    private final MeterRegistry registry;
    private final Map<String, CalendarJob> jobs;
    private volatile @Nullable QuartzNode node;

    public CalendarScheduler(
            Connections database, CalendarSettings settings, List<CalendarJob> jobs, MeterRegistry registry) {
        this.registry = registry;
        this.database = database;
        this.settings = settings;
        this.jobs = jobs.stream().collect(Collectors.toUnmodifiableMap(CalendarJob::name, Function.identity()));
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled() || node != null) {
            return;
        }
        try {
            QuartzNode starting = QuartzNode.of(database, settings);
            starting.scheduler().setJobFactory(this::job);
            enterAll(starting.scheduler());
            starting.scheduler().start();
            node = starting;
        } catch (SchedulerException failure) {
            throw new IllegalStateException(
                    "Expected to schedule %s in schema '%s'; found: %s. Check that its migrations have run."
                            .formatted(jobs.keySet(), settings.schema(), failure.getMessage()),
                    failure);
        }
    }

    /** The list is the whole calendar: what it no longer names goes. */
    private void enterAll(Scheduler scheduler) throws SchedulerException {
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Plan.GROUP))) {
            if (!jobs.containsKey(key.getName())) {
                LOG.warn("The calendar job '{}' is no longer declared; its schedule is removed.", key.getName());
                scheduler.deleteJob(key);
            }
        }
        for (CalendarJob job : jobs.values()) {
            new Plan(job).enter(scheduler);
        }
    }

    private Job job(TriggerFiredBundle fired, Scheduler scheduler) throws SchedulerException {
        String name = fired.getJobDetail().getKey().getName();
        CalendarJob job = jobs.get(name);
        if (job == null) {
            throw new SchedulerException(
                    "Expected one of the calendar jobs %s, found '%s'. All nodes named '%s' must run the same release."
                            .formatted(jobs.keySet(), name, settings.name()));
        }
        return new CalendarTask(job, registry);
    }

    /** The machine's time did not move, so Quartz will not notice: occurrences that were jumped over run now. */
    @Override
    public void moved(Instant from, Instant to) {
        if (isRunning()) {
            jobs.values().stream()
                    .filter(job -> job.when().between(from, to))
                    .forEach(job -> Thread.ofVirtual().name(job.name()).start(new CalendarTask(job, registry)::run));
        }
    }

    @Override
    public synchronized void stop() {
        QuartzNode stopping = node;
        node = null;
        if (stopping != null) {
            try {
                stopping.close(true);
            } catch (SchedulerException failure) {
                LOG.warn("The calendar did not stop cleanly; other nodes take its work over.", failure);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return node != null;
    }
}
