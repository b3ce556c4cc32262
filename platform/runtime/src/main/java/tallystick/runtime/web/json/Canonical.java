package tallystick.runtime.web.json;

import java.util.ArrayList;
import java.util.TreeMap;
import tallystick.runtime.web.Standard;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;

/** Writes what a parser reads with names sorted and nothing between: equal texts mean equal content. */
final class Canonical {
    private final JsonParser parser;

    Canonical(JsonParser parser) {
        this.parser = parser;
    }

    String whole() {
        if (parser.nextToken() == null) {
            throw Standard.MALFORMED.because("Expected one JSON value; found an empty body.");
        }
        var text = value();
        if (parser.nextToken() != null) {
            throw Standard.MALFORMED.because("Expected one JSON value; found more behind it.");
        }
        return text;
    }

    private String value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> string(parser.getString());
            default -> parser.getString();
        };
    }

    private String object() {
        var fields = new TreeMap<String, String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = string(parser.currentName());
            parser.nextToken();
            fields.put(name, value());
        }
        var text = new StringBuilder("{");
        fields.forEach(
                (name, value) -> text.append(name).append(':').append(value).append(','));
        return text.append('}').toString();
    }

    private String array() {
        var items = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return "[" + String.join(",", items) + "]";
    }

    /** The quotes keep {@code "1"} and {@code 1} apart; the escape keeps a quote inside from ending the text. */
    private String string(String text) {
        if (!StrictJson.storable(text)) {
            throw Standard.MALFORMED
                    .with("Expected text; found a character that no text has (U+0000 or half a surrogate pair)."
                            + " Leave it out.")
                    .at(pointer(), "character-not-allowed", null, null)
                    .rejected();
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String pointer() {
        JsonPointer pointer = parser.streamReadContext().pathAsPointer();
        return StrictJson.storable(pointer.toString()) ? pointer.toString() : "";
    }
}
