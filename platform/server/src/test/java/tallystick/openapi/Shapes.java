package tallystick.openapi;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of the description as a validator reads them, made stricter: no member that a shape does not know. */
final class Shapes {
    private static final JsonMapper JSON = new JsonMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final JsonNode components;

    Shapes(JsonNode api) {
        components = api.path("components").deepCopy();
        for (var shape : components.path("schemas")) {
            if (shape.has("properties")) {
                ((ObjectNode) shape).put("additionalProperties", false);
            }
        }
    }

    /** What does not fit, in the validator's words. */
    List<String> misfits(JsonNode schema, JsonNode value) {
        var whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", components);
        return registry.getSchema(whole).validate(value).stream()
                .map(Object::toString)
                .toList();
    }
}
