package tallystick.application.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What may be attached, told by the first bytes and never by a name or a header. */
enum FileType {
    PDF("application/pdf", "255044462d"),
    JPEG("image/jpeg", "ffd8ff"),
    PNG("image/png", "89504e470d0a1a0a");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Nobody gets the array.
    private final byte[] start;

    FileType(String mediaType, String start) {
        this.mediaType = mediaType;
        this.start = HexFormat.of().parseHex(start);
    }

    String mediaType() {
        return mediaType;
    }

    /** Empty for everything that is not taken. */
    static Optional<FileType> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(type ->
                        Arrays.mismatch(type.start, bytes) == type.start.length || Arrays.equals(type.start, bytes))
                .findFirst();
    }

    /** A PDF that brings programs or files along is no document. */
    boolean isActive(byte[] bytes) {
        if (this != PDF) {
            return false;
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("/JavaScript") || text.contains("/Launch") || text.contains("/EmbeddedFile");
    }
}
