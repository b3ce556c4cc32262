package tallystick.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Draft.Consent;
import tallystick.application.api.Draft.Liability;
import tallystick.kernel.Money;

/** A draft as an officer enters it; everything but the product may be missing. */
record DraftBody(
        String product,
        @Nullable String channel,
        @Nullable String purpose,
        @Nullable Money amount,
        @Nullable Integer count,
        @Nullable ApplicantBody applicant,
        @Nullable List<ApplicantBody> coApplicants,
        @Nullable CollateralBody collateral,
        @Nullable List<ConsentBody> consents,
        @Nullable String dealer,
        @Nullable String region) {

    /** Those beside the applicant; empty when there is nobody. */
    List<ApplicantBody> others() {
        return coApplicants == null ? List.of() : coApplicants;
    }

    List<ConsentBody> agreed() {
        return consents == null ? List.of() : consents;
    }

    /**
     * A person in clear: lives as long as the request, then it is sealed.
     *
     * @param liability what a co-applicant answers for; absent for the applicant
     */
    record ApplicantBody(
            @Nullable String name,
            @Nullable String nationalId,
            @Nullable String phone,
            @Nullable LocalDate birthDate,
            @Nullable Money monthlyIncome,
            @Nullable String payoutAccount,
            @Nullable String email,
            @Nullable String address,
            @Nullable String employer,
            @Nullable String device,
            @Nullable Liability liability) {
        @Override
        public String toString() {
            return "ApplicantBody[...]";
        }
    }

    /** What somebody agreed to; see {@link Consent} for what each part means. */
    record ConsentBody(
            String purpose,
            String version,
            @Nullable Integer person,
            @Nullable String recipient,
            @Nullable String textHash,
            @Nullable String channel,
            @Nullable String evidence,
            @Nullable Instant until) {
        static ConsentBody of(Consent consent) {
            return new ConsentBody(
                    consent.purpose(),
                    consent.version(),
                    consent.person(),
                    consent.recipient(),
                    consent.textHash(),
                    consent.channel(),
                    consent.evidence(),
                    consent.until());
        }

        Consent since(Instant at) {
            return new Consent(purpose, version, person, recipient, textHash, channel, evidence, at, until, null);
        }

        boolean says(Consent known) {
            return equals(of(known));
        }
    }

    /**
     * A vehicle in clear; its numbers lead to a person.
     *
     * @param firstRegistered absent for a new one
     * @param mileage in kilometres
     * @param electric whether nothing else drives it
     */
    record CollateralBody(
            @Nullable String kind,
            @Nullable String vin,
            @Nullable String plate,
            @Nullable String model,
            @Nullable LocalDate firstRegistered,
            @Nullable Integer mileage,
            @Nullable Money price,
            @Nullable Money valuation,
            @Nullable Boolean electric) {
        @Override
        public String toString() {
            return "CollateralBody[...]";
        }

        /** The lower of price and valuation; null while neither is known. */
        @Nullable
        Money value() {
            if (price == null || valuation == null) {
                return price == null ? valuation : price;
            }
            return price.isLessThan(valuation) ? price : valuation;
        }
    }
}
