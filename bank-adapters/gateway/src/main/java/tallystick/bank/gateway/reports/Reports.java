package tallystick.bank.gateway.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.bank.api.ReportCommand;
import tallystick.bank.api.ReportEvent;
import tallystick.bank.api.ReportId;
import tallystick.runtime.decide.Decider;

/** Connects reports to the machine. */
public final class Reports implements Decider<ReportCommand, ReportEvent, Report> {
    @Override
    public String kind() {
        return ReportId.KIND;
    }

    @Override
    public Class<ReportCommand> commands() {
        return ReportCommand.class;
    }

    @Override
    public Class<ReportEvent> events() {
        return ReportEvent.class;
    }

    @Override
    public Class<Report> states() {
        return Report.class;
    }

    @Override
    public List<ReportEvent> decide(ReportCommand command, @Nullable Report report) {
        return Report.decide(command, report);
    }

    @Override
    public Report after(@Nullable Report report, ReportEvent event) {
        return Report.after(report, event);
    }
}
