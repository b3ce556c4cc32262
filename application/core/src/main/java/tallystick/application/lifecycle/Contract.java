package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationEvent.OfferAccepted;
import tallystick.kernel.PartyId;

/** The contract of an accepted offer and its signatures: the applicant's first. */
public record Contract(int offer, String document, List<Signature> signatures) {
    public Contract {
        signatures = List.copyOf(signatures);
    }

    /** Who has to sign, and since when that is done. */
    public record Signature(PartyId signer, @Nullable Instant signedAt) {}

    static Contract of(OfferAccepted e) {
        var others = e.others() == null ? List.<PartyId>of() : e.others();
        var signers = Stream.concat(Stream.of(e.signer()), others.stream());
        return new Contract(
                e.offer(),
                e.document(),
                signers.map(signer -> new Signature(signer, null)).toList());
    }

    public boolean isSigned() {
        return signatures.stream().noneMatch(signature -> signature.signedAt() == null);
    }

    Optional<Signature> of(PartyId signer) {
        return signatures.stream()
                .filter(signature -> signature.signer().equals(signer))
                .findFirst();
    }

    Contract signed(PartyId signer, Instant at) {
        return new Contract(
                offer,
                document,
                signatures.stream()
                        .map(signature -> signature.signer().equals(signer) ? new Signature(signer, at) : signature)
                        .toList());
    }
}
