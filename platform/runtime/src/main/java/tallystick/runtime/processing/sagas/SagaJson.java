package tallystick.runtime.processing.sagas;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Set;
import tallystick.runtime.messages.StoredJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A saga's fields, private ones included, and nothing but fields: Jackson's defaults would store a saga with private
 * fields as an empty object and make a stored fact of every {@code isX()} method. A field that a later release dropped is
 * passed over.
 */
public final class SagaJson {
    private final JsonMapper mapper = StoredJson.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();
    private final JsonMapper complete = mapper.rebuild()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.ALWAYS))
            .build();

    String write(Object saga) {
        return mapper.writeValueAsString(saga);
    }

    <T> T read(String body, Class<T> type) {
        return mapper.readValue(body, type);
    }

    /** The names of what is stored, empty fields included. */
    Set<String> fields(Object saga) {
        return Set.copyOf(complete.valueToTree(saga).propertyNames());
    }
}
