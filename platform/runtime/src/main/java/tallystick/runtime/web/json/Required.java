package tallystick.runtime.web.json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.Standard;

/**
 * A record that is read from outside keeps its own promise: a component that is not {@link Nullable} is there. So no
 * controller meets a null that its types rule out.
 */
final class Required {
    private Required() {}

    static void check(@Nullable Object body) {
        var missing = new ArrayList<Problem.At>();
        walk(body, "", missing);
        if (!missing.isEmpty()) {
            throw Standard.MALFORMED
                    .with("Expected a value at %s; found none."
                            .formatted(missing.getFirst().pointer()))
                    .at(missing)
                    .rejected();
        }
    }

    private static void walk(@Nullable Object value, String pointer, List<Problem.At> missing) {
        switch (value) {
            case Record of
            when !of.getClass().getPackageName().startsWith("tallystick.kernel") -> components(of, pointer, missing);
            case Collection<?> items -> items(items, pointer, missing);
            case Map<?, ?> map ->
                map.forEach(
                        (name, item) -> present(item, pointer + "/" + Misfit.escaped(String.valueOf(name)), missing));
            case null, default -> {}
        }
    }

    private static void components(Record of, String pointer, List<Problem.At> missing) {
        for (var component : of.getClass().getRecordComponents()) {
            var below = pointer + "/" + component.getName();
            var value = read(component, of);
            if (value != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                present(value, below, missing);
            }
        }
    }

    private static void items(Collection<?> items, String pointer, List<Problem.At> missing) {
        var index = 0;
        for (var item : items) {
            present(item, pointer + "/" + index++, missing);
        }
    }

    private static void present(@Nullable Object value, String pointer, List<Problem.At> missing) {
        if (value == null) {
            missing.add(new Problem.At(pointer, "required", "a value", "none"));
        } else {
            walk(value, pointer, missing);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Expected to read %s.".formatted(component), impossible);
        }
    }
}
