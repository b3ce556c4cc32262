package tallystick.runtime.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tallystick.runtime.web.Rejected;
import tallystick.runtime.web.Standard;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks through a body before any type is known: UTF-8, one value, no name twice, at most 32 levels, and no character
 * that a database could not store. What passes has one canonical form, in which order and white space do not count.
 */
public final class StrictJson {
    static final int DEEPEST = 32;

    /** The limits for every reader of what callers send. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .maxStringLength(20 * 1024 * 1024)
            .build();

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /** The canonical form; throws a 400 when there is none. */
    public static String canonical(byte[] body) {
        var text = text(body);
        try (var parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            return new Canonical(parser).whole();
        } catch (JacksonException broken) {
            throw malformed(broken);
        }
    }

    /** Whether text has only characters that may be stored: no U+0000, no half of a surrogate pair. */
    public static boolean storable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit == 0 || Character.isLowSurrogate(unit)) {
                return false;
            }
            if (Character.isHighSurrogate(unit)
                    && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Standard.MALFORMED.because("Expected JSON in UTF-8; found bytes that are not.");
        }
    }

    private static Rejected malformed(JacksonException broken) {
        var where = broken.getLocation();
        return Standard.MALFORMED.because(
                "Expected one JSON value, no name twice, at most %d levels deep; found a mistake%s."
                        .formatted(
                                DEEPEST,
                                where == null
                                        ? ""
                                        : " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr())));
    }
}
