package tallystick.architecture.badhouse.loan.servicing;

import org.quartz.Scheduler;

public interface SchedulesItself {
    Scheduler known();
}
