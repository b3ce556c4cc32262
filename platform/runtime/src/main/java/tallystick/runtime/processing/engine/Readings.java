package tallystick.runtime.processing.engine;

import java.util.List;
import tallystick.runtime.processing.ProcessingGroup;
import tallystick.runtime.processing.ProcessingHealth;
import tallystick.runtime.telemetry.ProcessingReadings;

/** The health of processing as telemetry wants to read it. */
record Readings(ProcessingHealth health, List<ProcessingGroup> declared) implements ProcessingReadings {
    @Override
    public List<String> groups() {
        return declared.stream().map(group -> group.name().text()).toList();
    }

    @Override
    public List<Group> read() {
        return health.groups().stream()
                .map(group -> new Group(
                        group.name().text(),
                        group.lag(),
                        group.letters(),
                        group.parkedSteps(),
                        group.halted().orElse(null)))
                .toList();
    }
}
