package tallystick.runtime.messages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.messages.EventFamily.StoredName;

/** All events of this process by class and by stored name. */
public final class EventNames {
    private final Map<Class<?>, StoredName> byType = new HashMap<>();
    private final Map<String, Class<?>> byName = new HashMap<>();

    public EventNames(Collection<EventFamily> families) {
        families.forEach(family -> family.names().forEach(this::add));
    }

    private void add(Class<?> type, StoredName name) {
        byType.put(type, name);
        var other = byName.put(name.name(), type);
        if (other != null) {
            throw new IllegalStateException("Expected one event named %s; found %s and %s. Give one another name."
                    .formatted(name.name(), other.getName(), type.getName()));
        }
    }

    /** The stored name of an event's class; null for what is not an event. */
    public @Nullable StoredName of(Class<?> type) {
        return byType.get(type);
    }

    /** The class that a stored name stands for today; null when no context here knows it. */
    public @Nullable Class<?> typeOf(String name) {
        return byName.get(name);
    }

    /** Every stored name, in order. */
    public Set<String> all() {
        return new TreeSet<>(byName.keySet());
    }
}
