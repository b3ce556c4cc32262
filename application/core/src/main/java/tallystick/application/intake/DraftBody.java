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
        @Nullable JsonNode collateral,
        @Nullable List<Consent> consents) {

    /** A person in clear: lives as long as the request, then it is sealed. */
    record ApplicantBody(
            @Nullable String name,
            @Nullable String nationalId,
            @Nullable String phone,
            @Nullable LocalDate birthDate,
            @Nullable Money monthlyIncome,
            @Nullable String payoutAccount) {
        @Override
        public String toString() {
            return "ApplicantBody[...]";
        }
    }
}
