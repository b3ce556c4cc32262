package tallystick.runtime.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tallystick.kernel.Addressed;

/** Which kind decides which command. */
final class Kinds {
    private final Map<Class<?>, Kind<?, ?, ?>> byCommand = new HashMap<>();

    Kinds(Collection<Kind<?, ?, ?>> kinds) {
        kinds.forEach(kind -> leaves(kind.commands()).forEach(type -> add(type, kind)));
    }

    private void add(Class<?> command, Kind<?, ?, ?> kind) {
        if (byCommand.put(command, kind) != null) {
            throw new IllegalStateException("Expected one decider for %s; found two.".formatted(command.getName()));
        }
    }

    @SuppressWarnings("unchecked") // A command's family belongs to one kind.
    <S> Kind<?, ?, S> of(Addressed command) {
        var kind = byCommand.get(command.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("Expected a command that a Decider bean takes; found %s. Known: %s."
                    .formatted(command.getClass().getName(), byCommand.keySet()));
        }
        return (Kind<?, ?, S>) kind;
    }

    Set<Class<?>> commands() {
        return byCommand.keySet();
    }

    Kind<?, ?, ?> of(Class<?> command) {
        return java.util.Objects.requireNonNull(byCommand.get(command));
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        var leaves = new ArrayList<Class<?>>();
        for (var permitted : type.getPermittedSubclasses()) {
            leaves.addAll(leaves(permitted));
        }
        return leaves;
    }
}
