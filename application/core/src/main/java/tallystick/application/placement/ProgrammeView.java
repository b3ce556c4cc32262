package tallystick.application.placement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ProgrammeData;
import tallystick.kernel.Sha256;
import tallystick.runtime.web.json.WebJson;

/**
 * A programme in REST.
 *
 * @param state {@code DRAFT} while nobody has approved it, {@code ACTIVE} from then on
 * @param proposed what waits for another person; null when nothing does
 */
record ProgrammeView(
        @JsonUnwrapped ProgrammeData data,
        String state,
        @Nullable Proposed proposed) {
    /** @param hash what an approval names */
    record Proposed(ProgrammeData data, String by, String hash) {}

    static ProgrammeView of(Programme programme) {
        var proposal = programme.proposal();
        return new ProgrammeView(
                programme.data(),
                programme.approvedBy() == null ? "DRAFT" : "ACTIVE",
                proposal == null ? null : new Proposed(proposal.data(), proposal.by(), hash(proposal.data())));
    }

    /** SHA-256 of its JSON, in lower hex. */
    static String hash(ProgrammeData data) {
        return Sha256.hex(WebJson.get().writeValueAsString(data));
    }
}
