package tallystick.runtime.deadlines;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallystick.kernel.Addressed;

/** All kinds of this process. A name means one thing only. */
final class DeadlineKinds {
    private final List<String> contexts;
    private final Map<String, DeadlineKind> byName = new TreeMap<>();

    DeadlineKinds(Collection<String> contexts, Collection<DeadlineKind> kinds) {
        this.contexts = contexts.stream().sorted().toList();
        kinds.forEach(this::add);
    }

    private void add(DeadlineKind kind) {
        if (!contexts.contains(kind.context())) {
            throw new IllegalStateException(
                    "Expected the deadline kind '%s' to belong to one of the contexts %s, found '%s'."
                            .formatted(kind.name(), contexts, kind.context()));
        }
        DeadlineKind other = byName.putIfAbsent(kind.name(), kind);
        if (other != null) {
            throw new IllegalStateException(
                    "Expected one deadline kind '%s', found it in the contexts %s and %s. Rename one."
                            .formatted(kind.name(), other.context(), kind.context()));
        }
    }

    DeadlineKind named(String name) {
        DeadlineKind kind = byName.get(name);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "Expected one of the deadline kinds %s, found '%s'. Declare a DeadlineKind bean for it."
                            .formatted(byName.keySet(), name));
        }
        return kind;
    }

    Addressed command(Due due) {
        return named(due.kind()).command().of(due.id(), due.dueAt());
    }

    List<String> contexts() {
        return contexts;
    }

    List<String> of(String context) {
        return byName.values().stream()
                .filter(kind -> kind.context().equals(context))
                .map(DeadlineKind::name)
                .toList();
    }

    Collection<String> names() {
        return byName.keySet();
    }
}
