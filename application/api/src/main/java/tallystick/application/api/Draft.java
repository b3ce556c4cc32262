package tallystick.application.api;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
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
 * @param documents the kinds of documents that must be there; null is none
 * @param identifiers what it can be found by, hashed: numbers and names of its people and its collateral; null is nothing
 * @param dealer who sells what is bought and gets the money; null is nobody
 * @param region where the applicant lives, as ISO 3166-2 writes it, such as {@code CN-SH}; null is not said
 * @param others who borrows with the applicant or stands surety; null is nobody
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
        @Nullable Collateral collateral,
        @Nullable List<Other> others,
        @Nullable List<String> documents,
        @Nullable List<PartyEvent.Identifier> identifiers,
        @Nullable DealerId dealer,
        @Nullable String region) {
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

    /**
     * Somebody who borrows with the applicant, or stands surety.
     *
     * @param details JSON of the person as in REST, sealed for the application, field {@code applicant}
     */
    public record Other(Liability liability, Sealed details, Shown shown) {}

    /** What somebody beside the applicant answers for. */
    public enum Liability {
        /** Owes the whole, as the applicant does. */
        BORROWER,
        /** Owes when the borrowers do not pay. */
        SURETY
    }

    /** Those beside the applicant; empty when there is nobody. */
    public List<Other> othersOrNone() {
        return others == null ? List.of() : others;
    }

    /** Whether everybody agreed to a purpose for a recipient, as it stands at that moment. */
    public boolean agreed(String purpose, String recipient, Instant at) {
        return IntStream.rangeClosed(0, othersOrNone().size())
                .allMatch(person -> agreed(person, purpose, recipient, at));
    }

    /** Whether one of them did: 0 is the applicant, 1 the first of the others. */
    public boolean agreed(int person, String purpose, String recipient, Instant at) {
        return consents.stream().anyMatch(consent -> consent.covers(person, purpose, recipient, at));
    }

    /**
     * What somebody agreed to, and in which wording.
     *
     * @param person 0 or null is the applicant, 1 the first of the others
     * @param recipient for whom it holds, such as a bank; null is everybody the purpose needs
     * @param textHash SHA-256 of the text that was shown
     * @param channel where it was given, such as {@code BRANCH}
     * @param evidence what proves it, such as the hash of a document
     * @param at since when; null for those that were recorded without
     * @param until when it ends by itself; null is never
     * @param withdrawnAt null while it stands
     */
    public record Consent(
            String purpose,
            String version,
            @Nullable Integer person,
            @Nullable String recipient,
            @Nullable String textHash,
            @Nullable String channel,
            @Nullable String evidence,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable Instant withdrawnAt) {
        boolean covers(int who, String wanted, String by, Instant when) {
            return purpose.equals(wanted)
                    && (person == null ? 0 : person) == who
                    && (recipient == null || recipient.equals(by))
                    && isGood(when);
        }

        /** Neither withdrawn nor over. */
        public boolean isGood(Instant when) {
            return withdrawnAt == null && (until == null || when.isBefore(until));
        }

        /** Whether a withdrawal of a purpose, for a recipient or for all, means this one. */
        public boolean isMeant(String wanted, @Nullable String by) {
            return purpose.equals(wanted) && (by == null || by.equals(recipient));
        }

        public Consent withdrawn(Instant when) {
            return new Consent(purpose, version, person, recipient, textHash, channel, evidence, at, until, when);
        }
    }

    /** A field that is empty, and the programmes that want it. */
    public record Missing(String pointer, List<String> programmes) {
        public Missing {
            programmes = List.copyOf(programmes);
        }
    }
}
