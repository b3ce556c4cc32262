package tallystick.audit.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.AuditCommand;
import tallystick.audit.api.AuditEvent;
import tallystick.runtime.decide.Decider;

/** Connects audits to the machine. */
final class Audits implements Decider<AuditCommand, AuditEvent, Audit> {
    @Override
    public String kind() {
        return "audit";
    }

    @Override
    public Class<AuditCommand> commands() {
        return AuditCommand.class;
    }

    @Override
    public Class<AuditEvent> events() {
        return AuditEvent.class;
    }

    @Override
    public Class<Audit> states() {
        return Audit.class;
    }

    @Override
    public List<AuditEvent> decide(AuditCommand command, @Nullable Audit state) {
        return Audit.decide(command, state);
    }

    @Override
    public Audit after(@Nullable Audit state, AuditEvent event) {
        return Audit.after(state, event);
    }
}
