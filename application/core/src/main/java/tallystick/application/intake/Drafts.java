package tallystick.application.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Applicant;
import tallystick.application.api.Draft.Missing;
import tallystick.application.api.Draft.Shown;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.application.products.Product;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.ProductId;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Things;
import tallystick.runtime.masking.Mask;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Between what an officer enters and what an event keeps: checked, sealed, masked, and what is missing listed. */
final class Drafts {
    static final String FIELD = "applicant";

    private final Things things;
    private final Sealing sealing;
    private final Programmes programmes;
    private final InstantSource clock;

    Drafts(Things things, Sealing sealing, Programmes programmes, InstantSource clock) {
        this.things = things;
        this.sealing = sealing;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** @throws ValueNotAllowed naming everything that is not allowed */
    Draft draft(ApplicationId id, DraftBody body, @Nullable Integer keptVersion) {
        var version = version(body.product(), keptVersion);
        DraftCheck.run(
                body, version.data(), version.number(), today(version.data().jurisdiction()));
        var applicant = applicant(id, body.applicant());
        return new Draft(
                ProductId.named(body.product()),
                version.number(),
                body.channel(),
                body.purpose(),
                body.amount(),
                body.count(),
                applicant,
                body.consents() == null ? List.of() : body.consents(),
                missing(body));
    }

    /** The same product keeps its version; another one comes with its own. */
    Draft changed(ApplicationId id, DraftBody body, Draft before) {
        var same = before.product().name().equals(body.product());
        return draft(id, body, same ? before.productVersion() : null);
    }

    /** A running application keeps its version; a new one gets the version in force. */
    private Product.Version version(String name, @Nullable Integer kept) {
        if (!name.matches("[a-z][a-z0-9-]{1,39}")) {
            throw unknownProduct();
        }
        var product = things.find(Product.class, ProductId.named(name).value()).map(found -> found.state());
        return product.flatMap(known -> kept == null ? known.inForce() : known.version(kept))
                .orElseThrow(Drafts::unknownProduct);
    }

    private static ValueNotAllowed unknownProduct() {
        return ValueNotAllowed.at(
                "/product", "unknown-product", "a product in force; see /api/v1/products", "another name");
    }

    private @Nullable Applicant applicant(ApplicationId id, @Nullable ApplicantBody person) {
        if (person == null) {
            return null;
        }
        var clear = WebJson.get().writeValueAsString(person);
        return new Applicant(
                sealing.seal(id.value(), Sealed.Purpose.IDENTITY, FIELD, clear), shown(person), given(person));
    }

    private static Shown shown(ApplicantBody person) {
        return new Shown(
                masked(Mask.NAME, person.name()),
                masked(Mask.NATIONAL_ID, person.nationalId()),
                masked(Mask.PHONE, person.phone()));
    }

    private static @Nullable String masked(Mask mask, @Nullable String clear) {
        return clear == null ? null : mask.of(clear);
    }

    private static List<String> given(ApplicantBody person) {
        return fields(person).entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, @Nullable Object> fields(@Nullable ApplicantBody person) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", person == null ? null : person.name());
        fields.put("nationalId", person == null ? null : person.nationalId());
        fields.put("phone", person == null ? null : person.phone());
        fields.put("birthDate", person == null ? null : person.birthDate());
        fields.put("monthlyIncome", person == null ? null : person.monthlyIncome());
        fields.put("payoutAccount", person == null ? null : person.payoutAccount());
        return fields;
    }

    private List<Missing> missing(DraftBody body) {
        var pointers = new ArrayList<String>();
        if (body.amount() == null) {
            pointers.add("/amount");
        }
        if (body.count() == null) {
            pointers.add("/count");
        }
        fields(body.applicant()).forEach((name, value) -> {
            if (value == null) {
                pointers.add("/applicant/" + name);
            }
        });
        var wanting = programmes.of(body.product());
        return pointers.stream().map(pointer -> new Missing(pointer, wanting)).toList();
    }

    /** What was entered, in clear, for a change or a submission; never for an answer. */
    DraftBody opened(Draft draft) {
        var applicant = draft.applicant();
        return new DraftBody(
                draft.product().name(),
                draft.channel(),
                draft.purpose(),
                draft.amount(),
                draft.count(),
                applicant == null ? null : person(applicant.details()),
                List.of(),
                null,
                draft.consents());
    }

    ApplicantBody person(Sealed details) {
        var clear = sealing.open(details, FIELD).textOr(_ -> "{}");
        return WebJson.get().readValue(clear, ApplicantBody.class);
    }

    /** RFC 7386: a member that is null goes, an object is merged, anything else replaces. */
    DraftBody merged(Draft draft, JsonNode patch) {
        JsonNode whole = WebJson.get().valueToTree(opened(draft));
        return WebJson.fitting(merge(whole, patch), DraftBody.class);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var into = target instanceof ObjectNode object ? object : WebJson.get().createObjectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                into.remove(change.getKey());
            } else {
                var before = into.get(change.getKey());
                into.set(
                        change.getKey(),
                        merge(before == null ? WebJson.get().createObjectNode() : before, change.getValue()));
            }
        });
        return into;
    }

    private LocalDate today(String jurisdiction) {
        return Jurisdiction.named(jurisdiction).dateAt(clock.instant());
    }

    Instant now() {
        return clock.instant();
    }
}
