package tallystick.runtime.messages;

import org.axonframework.serialization.ContentTypeConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way back from the trees that upcasters work on. */
record BytesFromTree(JsonMapper json) implements ContentTypeConverter<JsonNode, byte[]> {
    @Override
    public Class<JsonNode> expectedSourceType() {
        return JsonNode.class;
    }

    @Override
    public Class<byte[]> targetType() {
        return byte[].class;
    }

    @Override
    public byte[] convert(JsonNode tree) {
        return json.writeValueAsBytes(tree);
    }
}
