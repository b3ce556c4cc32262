package tallystick.application.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.ProductId;
import tallystick.kernel.Sealed;

/**
 * What the officer has entered so far. Everything but the product may be missing.
 *
 * @param missing what still was to be entered when it was saved
 * @param applicant who asks; null while nothing was entered
 * @param collateral what shall secure the loan; null while nothing was entered
 */
public record Draft(
        ProductId product,
        int productVersion,
        @Nullable String channel,
        @Nullable String purpose,
        @Nullable Money amount,
        @Nullable Integer count,
        @Nullable Applicant applicant,
        List<Consent> consents,
        List<Missing> missing,
        @Nullable Collateral collateral) {
    public Draft {
        consents = List.copyOf(consents);
        missing = List.copyOf(missing);
    }

    /**
     * A person as entered.
     *
     * @param details JSON of the applicant as in REST, sealed for the application until a party is known, field {@code
     *     applicant}
     * @param shown what may be seen by everybody: name, national id and phone, masked
     * @param given the names of the fields that have a value, so that what is missing can be told without opening
     */
    public record Applicant(Sealed details, Shown shown, List<String> given) {
        public Applicant {
            given = List.copyOf(given);
        }
    }

    /** Masked, for lists and screens. */
    public record Shown(
            @Nullable String name,
            @Nullable String nationalId,
            @Nullable String phone) {}

    /**
     * What shall secure the loan.
     *
     * @param kind such as {@code VEHICLE}
     * @param details JSON of the collateral as in REST, sealed for the application, field {@code collateral}
     * @param shown its number, masked
     * @param value the lower of price and valuation, once one is known
     */
    public record Collateral(
            String kind,
            Sealed details,
            @Nullable String shown,
            @Nullable Money value) {}

    /** What the applicant agreed to, and in which wording. */
    public record Consent(String purpose, String version) {}

    /** A field that is empty, and the programmes that want it. */
    public record Missing(String pointer, List<String> programmes) {
        public Missing {
            programmes = List.copyOf(programmes);
        }
    }
}
