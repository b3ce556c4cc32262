package tallystick.runtime.calendar;

/**
 * Something to do again and again, on one node at a time. Declared as a bean and scheduled at start; there is no other
 * way to schedule, so that nothing can be scheduled inside a transaction that must not be lost.
 *
 * @param name unique in the whole process, such as {@code loan-day-close}; stored by Quartz
 * @param when its occurrences, by the machine's time
 * @param missed what happens with occurrences that no node could run in time
 * @param task must bear being run twice; reads the application's clock itself. When an adjustable clock jumps over an
 *     occurrence of a {@link When.Cron}, the task runs at once
 */
public record CalendarJob(String name, When when, Missed missed, Task task) {
    public CalendarJob {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("A calendar job's name is kebab-case; found '%s'.".formatted(name));
        }
    }

    /** What is done. A failure is logged and counted; the next occurrence tries again. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }
}
