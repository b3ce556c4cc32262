package tallystick.runtime.processing.sagas;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A saga's fields, private ones included, and nothing but fields: Jackson's defaults would store a saga with private
 * fields as an empty object and make a stored fact of every {@code isX()} method.
 */
public final class SagaJson {
    private final JsonMapper mapper;

    public SagaJson() {
        this(JsonMapper.builder());
    }

    /** Keeps the modules of the caller's builder, such as those for the kernel's values. */
    public SagaJson(JsonMapper.Builder builder) {
        this.mapper = builder.changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withSetterVisibility(Visibility.NONE))
                .enable(tools.jackson.databind.MapperFeature.PROPAGATE_TRANSIENT_MARKER)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(tools.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    String write(Object saga) {
        return mapper.writeValueAsString(saga);
    }

    <T> T read(String body, Class<T> type) {
        return mapper.readValue(body, type);
    }

    java.util.Set<String> fields(Object saga) {
        return java.util.Set.copyOf(mapper.valueToTree(saga).propertyNames());
    }
}
