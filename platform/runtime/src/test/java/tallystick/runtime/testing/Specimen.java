package tallystick.runtime.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tallystick.kernel.Id;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;

/** A value of any record, filled with the same simple values every time: what golden files and round trips are made of. */
public final class Specimen {
    private Specimen() {}

    public static Object of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> container(generic);
            case Class<?> plain -> plain(plain);
            default -> throw unknown(type);
        };
    }

    private static Object container(ParameterizedType type) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return List.of(of(arguments[0]));
        }
        if (type.getRawType() == Set.class) {
            return Set.of(of(arguments[0]));
        }
        if (type.getRawType() == Map.class) {
            return Map.of(of(arguments[0]), of(arguments[1]));
        }
        if (type.getRawType() == Optional.class) {
            return Optional.of(of(arguments[0]));
        }
        throw unknown(type);
    }

    private static Object plain(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return plain(type.getPermittedSubclasses()[0]);
        }
        if (Id.class.isAssignableFrom(type) && type.isRecord()) {
            return id(type);
        }
        var simple = SIMPLE.get(type);
        return simple != null ? simple : type.isRecord() ? filled(type) : refuse(type);
    }

    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 7L),
            Map.entry(Long.class, 7L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(byte[].class, new byte[] {1, 2}),
            Map.entry(BigDecimal.class, new BigDecimal("1.50")),
            Map.entry(Currency.class, Currency.getInstance("CNY")),
            Map.entry(Money.class, Money.parse("CNY 1234.56")),
            Map.entry(Rate.class, new Rate(new BigDecimal("0.0725"))),
            Map.entry(Instant.class, Instant.parse("2026-01-02T03:04:05Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2026-01-02")),
            Map.entry(Duration.class, Duration.ofDays(7)));

    /** An id begins with its kind, where it has one. */
    private static Object id(Class<?> type) {
        try {
            var kind = Arrays.stream(type.getFields())
                    .filter(field -> field.getName().equals("KIND"))
                    .findFirst();
            var text = kind.isPresent() ? kind.get().get(null) + "-1" : "text";
            var constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No specimen of %s can be made.".formatted(type.getName()), e);
        }
    }

    private static Object filled(Class<?> type) {
        var parts = type.getRecordComponents();
        try {
            var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(parts).map(part -> of(part.getGenericType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No specimen of %s can be made.".formatted(type.getName()), e);
        }
    }

    private static Object refuse(Class<?> type) {
        throw unknown(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException(
                "No specimen of %s is known. Messages are made of records, sealed families, enums and simple values."
                        .formatted(type.getTypeName()));
    }
}
