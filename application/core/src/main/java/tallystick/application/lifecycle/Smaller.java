package tallystick.application.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Considered.Share;

/**
 * A loan of what is paid, in place of the one that was signed.
 *
 * @param offer its number among the offers
 * @param shares of those who lend it
 * @param document SHA-256 of its contract; null until the applicant has agreed
 */
public record Smaller(
        int offer, List<Share> shares, @Nullable String document) {
    public Smaller {
        shares = List.copyOf(shares);
    }

    boolean isAgreed() {
        return document != null;
    }

    Smaller agreed(String contract) {
        return new Smaller(offer, shares, contract);
    }
}
