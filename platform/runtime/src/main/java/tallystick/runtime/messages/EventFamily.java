package tallystick.runtime.messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one context and their public names: {@code <context>.<SimpleName>}, revision 1, unless said otherwise. A
 * class may move or be renamed; its stored name may not.
 */
public final class EventFamily {
    private final String context;
    private final Map<Class<?>, StoredName> names = new HashMap<>();

    /** A public name and the revision of its JSON. */
    public record StoredName(String name, String revision) {}

    private EventFamily(String context) {
        this.context = context;
    }

    /**
     * All records of a sealed family.
     *
     * @throws IllegalArgumentException when the family is open, since an unknown event could then not be read back
     */
    public static EventFamily of(String context, Class<?> sealed) {
        var family = new EventFamily(context);
        leaves(sealed)
                .forEach(type -> family.names.put(type, new StoredName(context + "." + type.getSimpleName(), "1")));
        return family;
    }

    /** Keeps the name an event had before its class was renamed. */
    public EventFamily named(Class<?> type, String simpleName) {
        names.put(type, new StoredName(context + "." + simpleName, nameOf(type).revision()));
        return this;
    }

    /** Says that the JSON of an event has changed; an upcaster must bring older revisions up to this one. */
    public EventFamily revision(Class<?> type, int revision) {
        names.put(type, new StoredName(nameOf(type).name(), Integer.toString(revision)));
        return this;
    }

    Map<Class<?>, StoredName> names() {
        return Map.copyOf(names);
    }

    private StoredName nameOf(Class<?> type) {
        var name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    "Expected an event of the family %s; found %s.".formatted(context, type.getName()));
        }
        return name;
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (type.isRecord()) {
            return List.of(type);
        }
        if (!type.isSealed()) {
            throw new IllegalArgumentException(
                    "Expected a sealed interface of records, so that every event is known; found %s."
                            .formatted(type.getName()));
        }
        var leaves = new ArrayList<Class<?>>();
        for (var permitted : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(permitted));
        }
        return leaves;
    }
}
