package tallystick.application.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationEvent.OfferAccepted;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Ids;
import tallystick.kernel.LoanId;
import tallystick.kernel.PartyId;

/** The contract of an accepted offer and its signatures: the applicant's first. */
public record Contract(int offer, String document, List<Signature> signatures) {
    public Contract {
        signatures = List.copyOf(signatures);
    }

    /**
     * Who has to sign, and since when that is done.
     *
     * @param asked the service that was asked for it; null when none is
     */
    public record Signature(
            PartyId signer,
            @Nullable Instant signedAt,
            @Nullable String asked) {}

    /** An application has one loan, whoever lets it be booked. */
    public static LoanId loan(ApplicationId application) {
        return new LoanId(Ids.derived(LoanId.KIND, application.value()));
    }

    static Contract of(OfferAccepted e) {
        var others = e.others() == null ? List.<PartyId>of() : e.others();
        var signers = Stream.concat(Stream.of(e.signer()), others.stream());
        return new Contract(
                e.offer(),
                e.document(),
                signers.map(signer -> new Signature(signer, null, null)).toList());
    }

    public boolean isSigned() {
        return signatures.stream().noneMatch(signature -> signature.signedAt() == null);
    }

    Optional<Signature> of(PartyId signer) {
        return signatures.stream()
                .filter(signature -> signature.signer().equals(signer))
                .findFirst();
    }

    /** Their number among the people of the draft: the applicant is 0. */
    int person(PartyId signer) {
        return signatures.indexOf(of(signer).orElseThrow());
    }

    Contract signed(PartyId signer, Instant at) {
        return with(new Signature(signer, at, null));
    }

    Contract asked(PartyId signer, @Nullable String service) {
        return with(new Signature(signer, null, service));
    }

    /** The applicant has agreed to another, under the signatures of this one. */
    Contract insteadOf(int smaller, String agreed) {
        return new Contract(smaller, agreed, signatures);
    }

    private Contract with(Signature next) {
        return new Contract(
                offer,
                document,
                signatures.stream()
                        .map(signature -> signature.signer().equals(next.signer()) ? next : signature)
                        .toList());
    }
}
