package tallystick.application.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Liability;
import tallystick.application.api.Draft.Missing;
import tallystick.application.api.Liable;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Attempt;
import tallystick.application.lifecycle.State;
import tallystick.kernel.Money;
import tallystick.runtime.decide.Decided;

/** An application in REST. Made from its state alone, so that a repeated request gets the same bytes. */
public record ApplicationView(
        String id,
        long version,
        State state,
        @Nullable String subState,
        Application.Turn waitingFor,
        String product,
        int productVersion,
        @Nullable Money amount,
        @Nullable Integer count,
        @Nullable ApplicantView applicant,
        List<Missing> missing,
        @Nullable String audit,
        @Nullable Integer placement,
        @Nullable Integer offer,
        @Nullable String loan,
        @Nullable String endedBy,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CollateralView collateral,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CoApplicantView> coApplicants,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String held,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dealer) {
    /** Somebody beside the applicant, masked. */
    public record CoApplicantView(
            Liability liability,
            @Nullable String party,
            @Nullable String name,
            @Nullable String nationalId,
            @Nullable String phone) {}

    /** What secures it, its number masked; only where the product asks for it. */
    public record CollateralView(
            String kind,
            @Nullable String number,
            @Nullable Money value,
            @Nullable BigDecimal loanToValue) {
        static @Nullable CollateralView of(Draft draft) {
            var collateral = draft.collateral();
            if (collateral == null) {
                return null;
            }
            return new CollateralView(
                    collateral.kind(),
                    collateral.shown(),
                    collateral.value(),
                    share(draft.amount(), collateral.value()));
        }

        private static @Nullable BigDecimal share(@Nullable Money amount, @Nullable Money value) {
            return amount == null || value == null ? null : amount.amount().divide(value.amount(), 4, RoundingMode.UP);
        }
    }

    /** Masked, and the party once it is known. */
    public record ApplicantView(
            @Nullable String party,
            @Nullable String name,
            @Nullable String nationalId,
            @Nullable String phone) {}

    public static ApplicationView of(Decided<Application> decided) {
        var is = decided.state();
        var submission = is.submission();
        return new ApplicationView(
                decided.id(),
                decided.version(),
                is.state(),
                subState(is),
                is.turn(),
                is.draft().product().name(),
                is.draft().productVersion(),
                is.draft().amount(),
                is.draft().count(),
                applicant(is),
                is.state() == State.DRAFT ? is.missing() : List.of(),
                submission == null ? null : submission.audit().value(),
                numbered(is.lastAttempt()),
                is.offers().isEmpty() ? null : is.offers().size(),
                is.loan() == null ? null : is.loan().value(),
                is.endedBy(),
                is.createdAt(),
                is.updatedAt(),
                CollateralView.of(is.draft()),
                others(is),
                is.held(),
                is.draft().dealer() == null ? null : is.draft().dealer().name());
    }

    /** With the applicant in clear, for who may see it. */
    ApplicationView showing(ApplicantView open) {
        return new ApplicationView(
                id,
                version,
                state,
                subState,
                waitingFor,
                product,
                productVersion,
                amount,
                count,
                open,
                missing,
                audit,
                placement,
                offer,
                loan,
                endedBy,
                createdAt,
                updatedAt,
                collateral,
                coApplicants,
                held,
                dealer);
    }

    private static List<CoApplicantView> others(Application is) {
        var parties =
                is.submission() == null ? List.<Liable>of() : is.submission().others();
        var others = is.draft().othersOrNone();
        return IntStream.range(0, others.size())
                .mapToObj(n -> {
                    var other = others.get(n);
                    var shown = other.shown();
                    var party =
                            parties.isEmpty() ? null : parties.get(n).party().value();
                    return new CoApplicantView(
                            other.liability(), party, shown.name(), shown.nationalId(), shown.phone());
                })
                .toList();
    }

    private static @Nullable Integer numbered(@Nullable Attempt attempt) {
        return attempt == null ? null : attempt.nr();
    }

    private static @Nullable String subState(Application is) {
        if (is.referred()) {
            return "REFERRED";
        }
        return is.changed() && is.state() == State.OFFERED ? "COUNTER_OFFERED" : null;
    }

    private static @Nullable ApplicantView applicant(Application is) {
        var person = is.draft().applicant();
        if (person == null) {
            return null;
        }
        var party = is.submission() == null ? null : is.submission().applicant().value();
        var shown = person.shown();
        return new ApplicantView(party, shown.name(), shown.nationalId(), shown.phone());
    }
}
