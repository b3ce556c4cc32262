package tallystick.runtime.web.writes;

import tools.jackson.databind.JsonNode;

/** What is kept of a first answer. */
sealed interface StoredAnswer {
    /** A decision: its state is rendered again. */
    record Done(String id, long version, JsonNode state) implements StoredAnswer {}

    /** Any other answer, word for word: refusals, refused values, started work. */
    record Whole(Said said) implements StoredAnswer {}
}
