package tallystick.application.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationEvent;
import tallystick.runtime.decide.Decider;

/** Connects applications to the machine. */
public final class Applications implements Decider<ApplicationCommand, ApplicationEvent, Application> {
    @Override
    public String kind() {
        return "application";
    }

    @Override
    public Class<ApplicationCommand> commands() {
        return ApplicationCommand.class;
    }

    @Override
    public Class<ApplicationEvent> events() {
        return ApplicationEvent.class;
    }

    @Override
    public Class<Application> states() {
        return Application.class;
    }

    @Override
    public List<ApplicationEvent> decide(ApplicationCommand command, @Nullable Application application) {
        return Deciding.decide(command, application);
    }

    @Override
    public Application after(@Nullable Application application, ApplicationEvent event) {
        return Telling.after(application, event);
    }
}
