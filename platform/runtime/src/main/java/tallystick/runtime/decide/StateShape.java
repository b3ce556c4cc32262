package tallystick.runtime.decide;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import tallystick.kernel.Sha256;

/**
 * What a state's class looks like, as a hash: a snapshot of another shape is not read but made again from events. A change
 * of meaning without a change of shape is said by {@link Decider#stateVersion}.
 */
final class StateShape {
    private StateShape() {}

    static String of(Class<?> type, int version) {
        var text = new StringBuilder().append(version);
        describe(type, text, new HashSet<>());
        return Sha256.hex(text.toString()).substring(0, 16);
    }

    private static void describe(Class<?> type, StringBuilder text, Set<Class<?>> seen) {
        text.append(' ').append(type.getName());
        if (!seen.add(type)) {
            return;
        }
        if (type.isRecord()) {
            for (var part : type.getRecordComponents()) {
                text.append(' ')
                        .append(part.getName())
                        .append(':')
                        .append(part.getGenericType().getTypeName());
                describe(part.getType(), text, seen);
            }
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses())
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(permitted -> describe(permitted, text, seen));
        } else if (type.isEnum()) {
            text.append(Arrays.toString(type.getEnumConstants()));
        }
    }
}
