package tallystick.runtime.messages;

import org.axonframework.serialization.ContentTypeConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets upcasters work on JSON trees. */
record TreeFromBytes(JsonMapper json) implements ContentTypeConverter<byte[], JsonNode> {
    @Override
    public Class<byte[]> expectedSourceType() {
        return byte[].class;
    }

    @Override
    public Class<JsonNode> targetType() {
        return JsonNode.class;
    }

    @Override
    public JsonNode convert(byte[] bytes) {
        return json.readTree(bytes);
    }
}
