package tallystick.runtime.web.docs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;

/**
 * The shapes of JSON, made from the records that {@link tallystick.runtime.web.json.WebJson} reads and writes: a
 * component that may be null is not required, a word is one of its enum's, and money and rates are texts.
 */
final class Schemas {
    private final SchemaNames names;
    private final Map<String, Schema<?>> components = new TreeMap<>(ValueSchemas.COMPONENTS);

    /** @param roots everything that will be asked for, so that each record gets a name that no other has */
    Schemas(Collection<ResolvableType> roots) {
        names = new SchemaNames(roots);
    }

    Map<String, Schema<?>> components() {
        return components;
    }

    Schema<?> of(ResolvableType type) {
        var raw = type.toClass();
        var value = ValueSchemas.of(raw);
        if (value != null) {
            return value;
        }
        var own = raw.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (own != null && own.oneOf().length > 0) {
            return oneOf(own);
        }
        if (raw.isSealed()) {
            return anyOf(each(raw.getPermittedSubclasses()));
        }
        if (raw.isRecord()) {
            return raw.getRecordComponents().length == 0 ? ValueSchemas.typed("object") : record(type);
        }
        if (raw.isEnum()) {
            return words(raw.getEnumConstants());
        }
        if (raw == Object.class || JsonNode.class.isAssignableFrom(raw)) {
            return ValueSchemas.any();
        }
        return several(type);
    }

    private Schema<?> several(ResolvableType type) {
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (Collection.class.isAssignableFrom(type.toClass())) {
            return array(type.as(Collection.class).getGeneric(0));
        }
        if (Map.class.isAssignableFrom(type.toClass())) {
            var map = ValueSchemas.typed("object");
            map.setAdditionalProperties(of(type.as(Map.class).getGeneric(1)));
            return map;
        }
        throw new IllegalStateException(
                "Expected a record, an enum, a list, a map or a value of the kernel in the interface; found %s. Show a record of it."
                        .formatted(type));
    }

    private Schema<?> array(ResolvableType items) {
        var array = ValueSchemas.typed("array");
        array.setItems(of(items));
        return array;
    }

    private Schema<?> oneOf(io.swagger.v3.oas.annotations.media.Schema own) {
        var one = ValueSchemas.any();
        one.setDescription(own.description());
        one.setOneOf(each(own.oneOf()));
        return one;
    }

    @SuppressWarnings("rawtypes") // As swagger's models have it.
    private static Schema<?> anyOf(List<Schema> forms) {
        var any = ValueSchemas.any();
        any.setAnyOf(forms);
        return any;
    }

    @SuppressWarnings("rawtypes") // As swagger's models have it.
    private List<Schema> each(Class<?>[] forms) {
        return Arrays.stream(forms)
                .map(ResolvableType::forClass)
                .<Schema>map(this::of)
                .toList();
    }

    private static Schema<?> words(Object[] constants) {
        var word = ValueSchemas.typed("string");
        word.setEnum(Arrays.stream(constants)
                .<Object>map(one -> ((Enum<?>) one).name())
                .toList());
        return word;
    }

    private Schema<?> record(ResolvableType type) {
        var name = names.of(type);
        if (!components.containsKey(name)) {
            var schema = ValueSchemas.typed("object");
            components.put(name, schema); // Before its components, one of which may be of its own kind.
            properties(schema, type);
        }
        return ValueSchemas.reference(name);
    }

    private void properties(Schema<Object> schema, ResolvableType type) {
        for (var component : type.toClass().getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                properties(schema, ResolvableType.forType(component.getGenericType(), type));
            } else {
                property(schema, component, type);
            }
        }
    }

    private void property(Schema<Object> schema, RecordComponent component, ResolvableType owner) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        var name = renamed == null ? component.getName() : renamed.value();
        var type = of(ResolvableType.forType(component.getAccessor().getGenericReturnType(), owner));
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addProperty(name, orNull(type));
        } else {
            schema.addProperty(name, type);
            if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getTypes() != null && schema.getEnum() == null) {
            schema.addType("null");
            return schema;
        }
        var says = schema.getTypes() != null || schema.get$ref() != null || schema.getOneOf() != null;
        return says ? anyOf(List.of(schema, ValueSchemas.typed("null"))) : schema;
    }
}
