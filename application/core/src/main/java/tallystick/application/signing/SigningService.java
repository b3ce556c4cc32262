package tallystick.application.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;

/**
 * Somebody who lets people sign at a distance: a bean of the installation, chosen by its name. It is asked on the thread
 * of the request, never inside a decision, and answers later through {@code POST /callbacks/signing/{name}}.
 */
public interface SigningService {
    /** Its public name, such as {@code simulated}: lower-case letters, digits and dashes. */
    String name();

    /** May come again for the same signature, after a crash or when somebody asks once more: it is asked for once. */
    void ask(Request request);

    /**
     * Verifies and translates what came; touches nothing. Empty when its signature does not prove who sent it, and when.
     *
     * @param headers by their names in lower case; null for those that are not there
     */
    Optional<Answer> receive(Function<String, @Nullable String> headers, byte[] body, Instant now);

    /** @param document SHA-256 of the bytes to sign */
    record Request(ApplicationId application, String document, PartyId signer) {}

    /** What a signer did. */
    sealed interface Answer {
        record Signed(ApplicationId application, String document, PartyId signer) implements Answer {}

        /** @param reason a word such as {@code CHANGED_MIND} */
        record Declined(ApplicationId application, PartyId signer, String reason) implements Answer {}

        /** It is theirs, and means nothing to us. */
        record Unreadable() implements Answer {}
    }
}
