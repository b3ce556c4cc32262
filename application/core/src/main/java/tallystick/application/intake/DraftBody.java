package tallystick.application.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Draft.Consent;
import tallystick.kernel.Money;
import tools.jackson.databind.JsonNode;

/** A draft as an officer enters it; everything but the product may be missing. */
record DraftBody(
        String product,
        @Nullable String channel,
        @Nullable String purpose,
        @Nullable Money amount,
        @Nullable Integer count,
        @Nullable ApplicantBody applicant,
        @Nullable List<JsonNode> coApplicants,
        @Nullable CollateralBody collateral,
        @Nullable List<Consent> consents) {

    /** A person in clear: lives as long as the request, then it is sealed. */
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
            @Nullable String device) {
        @Override
        public String toString() {
            return "ApplicantBody[...]";
        }
    }

    /** A vehicle in clear; its numbers lead to a person. */
    record CollateralBody(
            @Nullable String kind,
            @Nullable String vin,
            @Nullable String plate,
            @Nullable String model,
            @Nullable LocalDate firstRegistered,
            @Nullable Integer mileage,
            @Nullable Money price,
            @Nullable Money valuation) {
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
