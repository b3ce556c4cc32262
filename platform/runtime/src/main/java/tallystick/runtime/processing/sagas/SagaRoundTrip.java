package tallystick.runtime.processing.sagas;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Checks at start that a saga comes back from its store as it went in. A saga that forgets cannot be mended later. */
public final class SagaRoundTrip {
    private final SagaJson json;
    private final Samples samples = new Samples();

    public SagaRoundTrip(SagaJson json) {
        this.json = json;
    }

    /**
     * @throws IllegalStateException naming the fields that would be lost
     */
    public void check(Class<?> type) {
        var saga = fresh(type);
        var fields = fields(type);
        fields.forEach(field -> fill(saga, field));
        var read = roundTrip(type, saga, fields);
        reject(type, fields, f -> !samples.same(get(f, saga), get(f, read)), "do not come back as they were stored");
    }

    private Object roundTrip(Class<?> type, Object saga, List<Field> fields) {
        try {
            var stored = json.fields(saga);
            reject(type, fields, f -> !stored.contains(f.getName()), "would not be stored");
            return json.read(json.write(saga), type);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalStateException(
                    "Expected saga %s to be stored and read back; it fails: %s. Keep ids and plain values only, make everything else a handler parameter."
                            .formatted(type.getName(), e.getOriginalMessage()),
                    e);
        }
    }

    private static void reject(Class<?> type, List<Field> fields, Predicate<Field> lost, String what) {
        var names = fields.stream().filter(lost).map(Field::getName).toList();
        if (!names.isEmpty()) {
            throw new IllegalStateException(
                    "Expected every field of saga %s to be kept; %s %s. Keep ids and plain values, or mark as transient what is not state."
                            .formatted(type.getName(), names, what));
        }
    }

    private static Object fresh(Class<?> type) {
        try {
            if (!Modifier.isPublic(type.getModifiers())) {
                throw new IllegalStateException("Expected saga %s to be public.".formatted(type.getName()));
            }
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Expected saga %s to have a constructor without parameters.".formatted(type.getName()), e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(f -> !Modifier.isStatic(f.getModifiers()) && !Modifier.isTransient(f.getModifiers()))
                    .forEach(fields::add);
        }
        fields.forEach(f -> f.setAccessible(true));
        return fields;
    }

    private void fill(Object saga, Field field) {
        try {
            var sample = samples.of(field.getGenericType());
            if (sample != null) {
                field.set(saga, sample);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "Expected field %s of saga %s to be writable; make it not final."
                            .formatted(field.getName(), saga.getClass().getName()),
                    e);
        }
    }

    private static Object get(Field field, Object saga) {
        try {
            return field.get(saga);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
