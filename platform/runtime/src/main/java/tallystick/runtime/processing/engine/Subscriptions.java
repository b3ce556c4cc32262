package tallystick.runtime.processing.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tallystick.runtime.messages.EventNames;
import tallystick.runtime.processing.GroupName;

/** The stored names of the events that a group handles. */
public final class Subscriptions {
    private final EventNames names;
    private final Map<GroupName, Set<String>> known = new ConcurrentHashMap<>();

    Subscriptions(EventNames names) {
        this.names = names;
    }

    public Set<String> of(RunningGroup group) {
        return known.computeIfAbsent(
                group.name(),
                _ -> names.all().stream()
                        .filter(name -> group.subscribes().test(Objects.requireNonNull(names.typeOf(name))))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
