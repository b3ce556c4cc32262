package tallystick.runtime.calendar;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** One run of a calendar job, as Quartz sees it. Its name is stored in the tables of Quartz: do not rename. */
@DisallowConcurrentExecution
final class CalendarTask implements Job {
    private final CalendarJob job;

    CalendarTask(CalendarJob job) {
        this.job = job;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            job.task().run();
        } catch (Exception failure) {
            throw new JobExecutionException("The calendar job '%s' failed.".formatted(job.name()), failure);
        }
    }
}
