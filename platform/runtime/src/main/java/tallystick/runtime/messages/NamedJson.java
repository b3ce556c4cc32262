package tallystick.runtime.messages;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Axon's serializer for events: JSON under their public names. It stores nothing that no family has announced. */
public final class NamedJson implements Serializer {
    private static final String METADATA = MetaData.class.getName();

    private final EventNames names;
    private final JsonMapper json;
    private final JavaType textMap;
    private final ChainingConverter converter = new ChainingConverter();

    public NamedJson(EventNames names, JsonMapper json) {
        this.names = names;
        this.json = json;
        this.textMap = json.getTypeFactory().constructMapType(java.util.HashMap.class, String.class, Object.class);
        converter.registerConverter(new TreeFromBytes(json));
        converter.registerConverter(new BytesFromTree(json));
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        var type = typeForClass(object == null ? null : object.getClass());
        var bytes = json.writeValueAsBytes(object);
        return new SimpleSerializedObject<>(converter.convert(bytes, representation), representation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's own signature.
    public <S, T> T deserialize(SerializedObject<S> object) {
        try {
            var name = object.getType().getName();
            if (METADATA.equals(name)) {
                return (T) MetaData.from((java.util.Map<String, Object>) read(object, textMap));
            }
            return (T) read(object, json.constructType(classForType(object.getType())));
        } catch (JacksonException e) {
            throw new org.axonframework.serialization.SerializationException(
                    "Expected the JSON of %s; found something else. An event's JSON changes only with a new revision and an upcaster."
                            .formatted(object.getType()),
                    e);
        }
    }

    private Object read(SerializedObject<?> object, JavaType type) {
        return JsonNode.class.isAssignableFrom(object.getContentType())
                ? json.treeToValue((JsonNode) object.getData(), type)
                : json.readValue(converter.convert(object, byte[].class).getData(), type);
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's own signature.
    public Class classForType(SerializedType type) {
        if (METADATA.equals(type.getName())) {
            return MetaData.class;
        }
        var known = names.typeOf(type.getName());
        return known == null ? UnknownSerializedType.class : known;
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's own signature.
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            return SimpleSerializedType.emptyType();
        }
        if (MetaData.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(METADATA, null);
        }
        var name = names.of(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    "Expected an event of an announced family; found %s. Add it to its family, or announce the family as an EventFamily bean."
                            .formatted(type.getName()));
        }
        return new SimpleSerializedType(name.name(), name.revision());
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
