package tallystick.application.signing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallystick.application.signing.SigningService.Answer.Declined;
import tallystick.application.signing.SigningService.Answer.Signed;
import tallystick.application.signing.SigningService.Answer.Unreadable;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Ids;
import tallystick.kernel.PartyId;
import tallystick.kernel.Sha256;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.core.JacksonException;

/**
 * A service whose signers sign at once, for trials: it sends what a real one would, signed, through the same door. What
 * goes wrong on the way is set once for all.
 */
final class SimulatedSigner implements SigningService {
    static final String NAME = "simulated";

    private final WebhookSignature key;
    private final Fault fault;
    private final Mailbox mailbox;
    private final InstantSource clock;

    /** What may go wrong. */
    enum Fault {
        NONE,
        /** The signer never looks. */
        SILENT,
        DECLINE,
        WRONG_DOCUMENT,
        /** Signed by somebody else's key. */
        FORGED,
        /** Kept for longer than a message may be old. */
        STALE,
        DUPLICATE
    }

    /** Takes a message to the platform, on a thread of its own. */
    @FunctionalInterface
    interface Mailbox {
        void send(Map<String, String> headers, byte[] body);
    }

    /** What it sends. */
    record Message(
            String type,
            String application,
            String document,
            String signer,
            @Nullable String reason) {}

    SimulatedSigner(WebhookSignature key, Fault fault, Mailbox mailbox, InstantSource clock) {
        this.key = key;
        this.fault = fault;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void ask(Request request) {
        switch (fault) {
            case NONE, FORGED, STALE -> send(signed(request, request.document()));
            case SILENT -> {}
            case DECLINE -> send(message("signature.declined", request, request.document(), "CHANGED_MIND"));
            case WRONG_DOCUMENT -> send(signed(request, Sha256.hex(request.document())));
            case DUPLICATE -> {
                send(signed(request, request.document()));
                send(signed(request, request.document()));
            }
        }
    }

    private static Message signed(Request request, String document) {
        return message("signature.completed", request, document, null);
    }

    private static Message message(String type, Request request, String document, @Nullable String reason) {
        return new Message(
                type, request.application().value(), document, request.signer().value(), reason);
    }

    private void send(Message message) {
        var body = WebJson.get().writeValueAsBytes(message);
        var id = Ids.derived("message", message.application(), message.signer(), message.type());
        var at = fault == Fault.STALE ? clock.instant().minusSeconds(3600) : clock.instant();
        var signature = key.sign(fault == Fault.FORGED ? id + "x" : id, at, body);
        mailbox.send(
                Map.of(
                        WebhookSignature.ID, id,
                        WebhookSignature.TIMESTAMP, Long.toString(at.getEpochSecond()),
                        WebhookSignature.SIGNATURE, signature),
                body);
    }

    @Override
    public Optional<Answer> receive(Function<String, @Nullable String> headers, byte[] body, Instant now) {
        return key.isGood(headers, body, now) ? Optional.of(read(body)) : Optional.empty();
    }

    private static Answer read(byte[] body) {
        try {
            var message = WebJson.get().readValue(body, Message.class);
            var application = new ApplicationId(message.application());
            var signer = new PartyId(message.signer());
            return switch (message.type()) {
                case "signature.completed" -> new Signed(application, message.document(), signer);
                case "signature.declined" -> new Declined(application, signer, reason(message));
                default -> new Unreadable();
            };
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Unreadable();
        }
    }

    /** A word and nothing that could be about a person. */
    private static String reason(Message message) {
        return message.reason() != null && message.reason().matches("[A-Z_]{1,40}") ? message.reason() : "NOT_SAID";
    }
}
