package tallystick.runtime.processing.sagas;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of a type that is not its default, for the round trip; null for types it knows nothing about. */
final class Samples {
    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(String.class, "sample-1"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 7L),
            Map.entry(Long.class, 7L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("7.25")),
            Map.entry(LocalDate.class, LocalDate.of(2026, 1, 31)),
            Map.entry(Instant.class, Instant.ofEpochSecond(1_700_000_000)));

    @Nullable
    Object of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> collection(generic);
            case Class<?> plain when PLAIN.containsKey(plain) -> PLAIN.get(plain);
            case Class<?> choice
            when choice.isEnum() -> choice.getEnumConstants()[choice.getEnumConstants().length - 1];
            case Class<?> record when record.isRecord() -> record(record);
            default -> null;
        };
    }

    boolean same(@Nullable Object before, @Nullable Object after) {
        if (before == null || before.getClass().getName().startsWith("java.util.")) {
            return Objects.equals(before, after);
        }
        return before.equals(after);
    }

    private @Nullable Object collection(ParameterizedType type) {
        var parts = Arrays.stream(type.getActualTypeArguments()).map(this::of).toList();
        if (parts.contains(null)) {
            return null;
        }
        return switch (type.getRawType()) {
            case Class<?> raw when raw == List.class -> List.copyOf(parts);
            case Class<?> raw when raw == Set.class -> Set.copyOf(parts);
            case Class<?> raw when raw == Map.class -> Map.of(parts.get(0), parts.get(1));
            case Class<?> raw when raw == Optional.class -> Optional.of(parts.get(0));
            default -> null;
        };
    }

    /** Null when a component is unknown or the record refuses the sample: its own tests must vouch for it. */
    private @Nullable Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components).map(c -> of(c.getGenericType())).toArray();
        if (Arrays.stream(values).anyMatch(Objects::isNull)) {
            return null;
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException _) {
            return null;
        }
    }
}
