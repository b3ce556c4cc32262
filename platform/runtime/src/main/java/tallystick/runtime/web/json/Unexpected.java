package tallystick.runtime.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** Says what stands where another kind of JSON was expected, while the parser still stands there. */
final class Unexpected extends DeserializationProblemHandler {
    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType type,
            @Nullable JsonToken found,
            JsonParser parser,
            @Nullable String message) {
        throw misfit(type.getRawClass(), parser);
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> type,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            @Nullable String message) {
        throw misfit(type, parser);
    }

    private static RuntimeException misfit(Class<?> type, JsonParser parser) {
        return Misfit.at(Misfit.pointer(parser), Misfit.form(type), Misfit.kind(parser));
    }
}
