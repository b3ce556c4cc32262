package tallystick.runtime.web.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Id;
import tallystick.runtime.web.Words;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Reads every id record from its bare text. */
final class IdReaders extends Deserializers.Base {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier about) {
        return isId(type.getRawClass()) ? reader(type.getRawClass().asSubclass(Id.class)) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return isId(type);
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && Id.class.isAssignableFrom(type);
    }

    private static <T extends Id> ValueDeserializer<T> reader(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return new KernelModule.TextReader<>(
                    type, "the id of " + Words.a(Words.of(type)), true, text -> make(constructor, text));
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(
                    "Expected the id %s to be a record of one String.".formatted(type), missing);
        }
    }

    private static <T> T make(Constructor<T> constructor, String text) {
        try {
            return constructor.newInstance(text);
        } catch (InvocationTargetException wrong) {
            throw new IllegalArgumentException("Expected an id; its type refuses the text.", wrong.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Expected to be able to make an id.", impossible);
        }
    }
}
