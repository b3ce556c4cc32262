package tallystick.application.api;

/**
 * A document of an application. Its bytes are kept apart, sealed for the application.
 *
 * @param hash SHA-256 of its bytes, in lower hex; its name
 * @param kind such as {@code ID_CARD}
 * @param mediaType what the bytes are, whatever they were said to be
 * @param scanned whether somebody looked for harm in it
 */
public record Document(String hash, String kind, String mediaType, int size, boolean scanned) {}
