package tallystick.runtime.telemetry;

/** Every metric of our own. Dashboards and alarms depend on these names: add, do not rename. */
public final class MetricNames {
    /** Timer by {@code command} and {@code outcome}: from the door to durable. */
    public static final String COMMAND = "tallystick.command";

    /** Events in one append, all callers of the group together. */
    public static final String APPEND_BATCH = "tallystick.append.batch";

    /** Callers whose events went in with one append. */
    public static final String APPEND_CALLERS = "tallystick.append.callers";

    /** Timer of one append: lock, write, commit. */
    public static final String APPEND = "tallystick.append";

    /** Events behind the head, by {@code group}. */
    public static final String PROCESSING_LAG = "tallystick.processing.lag";

    /** One when the group has stopped at a fault, by {@code group}. */
    public static final String PROCESSING_HALTED = "tallystick.processing.halted";

    /** Dead letters waiting for a person, by {@code group}. */
    public static final String DEAD_LETTERS = "tallystick.processing.dead.letters";

    /** Parked saga steps waiting for a person, by {@code group}. */
    public static final String PARKED_STEPS = "tallystick.processing.parked.steps";

    /** Timer by {@code context} and {@code kind}: from due to sent. */
    public static final String DEADLINE_LATENESS = "tallystick.deadline.lateness";

    /** Counter by {@code context}, {@code kind} and {@code outcome} (refused, failed) of what did not just succeed. */
    public static final String DEADLINE_OUTCOMES = "tallystick.deadline.outcomes";

    /** Deadlines that are due and still there, by {@code context}. */
    public static final String DEADLINES_OVERDUE = "tallystick.deadline.overdue";

    /** Age in seconds of the oldest overdue deadline, by {@code context}. */
    public static final String DEADLINES_OLDEST = "tallystick.deadline.oldest";

    /** Deadlines that failed so often that a person must look, by {@code context}. */
    public static final String DEADLINES_FAILING = "tallystick.deadline.failing";

    /** Deadline kinds with rows that nobody handles, over all contexts. */
    public static final String DEADLINES_UNKNOWN = "tallystick.deadline.unknown.kinds";

    /** Things that wait without anything that could end the wait, by {@code work}. */
    public static final String STUCK_WORK = "tallystick.stuck.work";

    /** Failed runs of calendar jobs, by {@code job}. */
    public static final String CALENDAR_FAILURES = "tallystick.calendar.failures";

    private MetricNames() {}
}
