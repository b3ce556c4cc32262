package tallystick.application.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationEvent.SmallerLoanOffered;
import tallystick.application.api.Considered.Share;
import tallystick.application.api.Document;

/**
 * A loan of what is paid, in place of the one that was signed.
 *
 * @param offer its number among the offers
 * @param shares of those who lend it
 * @param offeredBy who may not record the consent
 * @param documentsBefore how many were attached when it was offered; none of them proves a consent to it
 * @param document SHA-256 of its contract; null until the applicant has agreed
 */
public record Smaller(
        int offer,
        List<Share> shares,
        String offeredBy,
        int documentsBefore,
        @Nullable String document) {
    private static final String CONSENT = "SMALLER_LOAN_CONSENT";

    public Smaller {
        shares = List.copyOf(shares);
    }

    static Smaller offered(SmallerLoanOffered e, int documents) {
        return new Smaller(e.offer().nr(), e.shares(), e.by(), documents, null);
    }

    boolean isAgreed() {
        return document != null;
    }

    Smaller agreed(String contract) {
        return new Smaller(offer, shares, offeredBy, documentsBefore, contract);
    }

    /** By a document of each who has signed, attached since. */
    boolean isProvenBy(List<String> consents, int signers, List<Document> attached) {
        var since = attached.subList(documentsBefore, attached.size()).stream()
                .filter(known -> known.kind().equals(CONSENT))
                .map(Document::hash)
                .toList();
        return consents.stream().distinct().count() == signers && since.containsAll(consents);
    }
}
