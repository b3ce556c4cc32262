package tallystick.runtime.messages;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Id;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/** Ids are their text in JSON. */
final class IdsAsText extends SimpleModule {
    private static final long serialVersionUID = 1;

    IdsAsText() {
        super("ids-as-text");
        addSerializer(Id.class, new IdAsText());
        setDeserializers(new Ids());
    }

    private static final class IdAsText extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value());
        }
    }

    private static final class Ids extends SimpleDeserializers {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return Id.class.isAssignableFrom(type.getRawClass())
                            && type.getRawClass().isRecord()
                    ? new IdFromText(type.getRawClass())
                    : super.findBeanDeserializer(type, config, description);
        }
    }

    private static final class IdFromText extends StdDeserializer<Object> {
        private final transient MethodHandle constructor;

        IdFromText(Class<?> type) {
            super(type);
            try {
                constructor = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class, String.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "An id is a record of one text; %s is not.".formatted(type.getName()), e);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            try {
                return constructor.invoke(json.getValueAsString());
            } catch (Throwable e) {
                return context.handleInstantiationProblem(handledType(), json.getValueAsString(), e);
            }
        }
    }
}
