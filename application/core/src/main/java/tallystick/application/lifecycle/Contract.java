package tallystick.application.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.PartyId;

/** The contract of an accepted offer and its signature. */
public record Contract(
        int offer,
        String document,
        PartyId signer,
        @Nullable Instant signedAt) {
    Contract signed(Instant at) {
        return new Contract(offer, document, signer, at);
    }
}
