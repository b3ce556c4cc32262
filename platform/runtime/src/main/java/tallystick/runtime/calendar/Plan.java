package tallystick.runtime.calendar;

import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** A calendar job in the terms of Quartz. */
record Plan(CalendarJob job) {
    static final String GROUP = "calendar";

    /** Leaves a plan alone that stands already: another node may be about to run it. */
    void enter(Scheduler scheduler) throws SchedulerException {
        Trigger standing = scheduler.getTrigger(new TriggerKey(job.name(), GROUP));
        if (standing == null || !fingerprint().equals(standing.getDescription())) {
            scheduler.scheduleJob(detail(), Set.of(trigger()), true);
        }
    }

    JobKey key() {
        return new JobKey(job.name(), GROUP);
    }

    private JobDetail detail() {
        return JobBuilder.newJob(CalendarTask.class).withIdentity(key()).build();
    }

    private Trigger trigger() {
        return TriggerBuilder.newTrigger()
                .withIdentity(job.name(), GROUP)
                .withDescription(fingerprint())
                .withSchedule(schedule())
                .startNow()
                .build();
    }

    private String fingerprint() {
        return job.when() + " " + job.missed();
    }

    private ScheduleBuilder<?> schedule() {
        boolean skip = job.missed() == Missed.SKIP;
        return switch (job.when()) {
            case When.Every every -> {
                SimpleScheduleBuilder simple = SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.interval().toMillis())
                        .repeatForever();
                yield skip
                        ? simple.withMisfireHandlingInstructionNextWithRemainingCount()
                        : simple.withMisfireHandlingInstructionNowWithRemainingCount();
            }
            case When.Cron cron -> {
                CronScheduleBuilder times = CronScheduleBuilder.cronSchedule(cron.expression())
                        .inTimeZone(TimeZone.getTimeZone(cron.zone()));
                yield skip
                        ? times.withMisfireHandlingInstructionDoNothing()
                        : times.withMisfireHandlingInstructionFireAndProceed();
            }
        };
    }
}
