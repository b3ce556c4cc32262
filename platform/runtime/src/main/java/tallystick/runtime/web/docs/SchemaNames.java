package tallystick.runtime.web.docs;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import org.springframework.util.StringUtils;

/** A name for every record of the interface: its own, and its feature's before it where two features say the same. */
final class SchemaNames {
    private static final RecordComponent[] NONE = {};

    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    SchemaNames(Collection<ResolvableType> roots) {
        var records = new LinkedHashSet<Class<?>>();
        roots.forEach(root -> reach(root, records));
        var bySimpleName = records.stream().collect(Collectors.groupingBy(Class::getSimpleName));
        bySimpleName.forEach((name, same) ->
                same.forEach(record -> names.put(record, same.size() == 1 ? name : feature(record) + name)));
        if (new HashMap<>(names).values().stream().distinct().count() < names.size()) {
            throw new IllegalStateException("Expected one record of a name in each feature; found two called %s."
                    .formatted(names.values().stream()
                            .filter(name -> Collections.frequency(names.values(), name) > 1)
                            .distinct()
                            .toList()));
        }
    }

    String of(ResolvableType type) {
        var arguments = Arrays.stream(type.getGenerics())
                .map(one -> names.getOrDefault(one.toClass(), one.toClass().getSimpleName()))
                .collect(Collectors.joining());
        return names.get(type.toClass()) + arguments;
    }

    private static void reach(ResolvableType type, Set<Class<?>> records) {
        var raw = type.toClass();
        if (type.isArray()) {
            reach(type.getComponentType(), records);
        }
        for (var argument : type.getGenerics()) {
            reach(argument, records);
        }
        if (raw.isSealed()) {
            for (var form : raw.getPermittedSubclasses()) {
                reach(ResolvableType.forClass(form), records);
            }
        }
        var components = raw.isRecord() && ValueSchemas.of(raw) == null ? raw.getRecordComponents() : NONE;
        if (components.length > 0 && records.add(raw)) {
            for (var component : components) {
                reach(ResolvableType.forMethodReturnType(component.getAccessor(), raw), records);
            }
        }
    }

    /** {@code tallystick.application.offers} is {@code Offers}, {@code tallystick.loan.api} is {@code Loan}. */
    private static String feature(Class<?> type) {
        var path = type.getPackageName().replaceFirst("\\.api$", "");
        return StringUtils.capitalize(path.substring(path.lastIndexOf('.') + 1));
    }
}
