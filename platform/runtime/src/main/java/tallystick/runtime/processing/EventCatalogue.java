package tallystick.runtime.processing;

import java.util.Map;

/** Every stored event's public name and the class that a handler sees. */
@FunctionalInterface
public interface EventCatalogue {
    Map<String, Class<?>> byName();
}
