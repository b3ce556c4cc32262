package tallystick.application.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.DealerId;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Applicant;
import tallystick.application.api.Draft.Collateral;
import tallystick.application.api.Draft.Consent;
import tallystick.application.api.Draft.Liability;
import tallystick.application.api.Draft.Missing;
import tallystick.application.api.Draft.Other;
import tallystick.application.api.Draft.Shown;
import tallystick.application.api.ProductData;
import tallystick.application.dealers.Dealer;
import tallystick.application.dealers.Dealerships;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.application.intake.DraftBody.CollateralBody;
import tallystick.application.intake.DraftBody.ConsentBody;
import tallystick.application.lifecycle.Application;
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

    private static final String COLLATERAL = "collateral";
    private static final String OTHER = "coApplicant";

    private final Things things;
    private final Sealing sealing;
    private final Programmes programmes;
    private final Identifying identifying;
    private final Dealerships dealerships;
    private final InstantSource clock;

    Drafts(
            Things things,
            Sealing sealing,
            Programmes programmes,
            Identifying identifying,
            Dealerships dealerships,
            InstantSource clock) {
        this.dealerships = dealerships;
        this.identifying = identifying;
        this.things = things;
        this.sealing = sealing;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** @throws ValueNotAllowed naming everything that is not allowed */
    Draft draft(ApplicationId id, DraftBody body, @Nullable Draft before) {
        var version = version(body.product(), keptVersion(body, before));
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
                consents(body, before),
                new Requirements(body, version.data())
                        .forAll(programmes.open(body.product(), body.amount(), body.count())),
                collateral(id, body.collateral()),
                body.others().stream().map(person -> other(id, person)).toList(),
                version.data().required().documents(),
                identifying.of(body),
                dealer(body, version.data()),
                body.region());
    }

    /** The same product keeps its version; another one comes with its own. */
    private static @Nullable Integer keptVersion(DraftBody body, @Nullable Draft before) {
        return before != null && before.product().name().equals(body.product()) ? before.productVersion() : null;
    }

    /** What was agreed before keeps its moment. */
    private List<Consent> consents(DraftBody body, @Nullable Draft before) {
        var known = before == null ? List.<Consent>of() : before.consents();
        return body.agreed().stream()
                .map(given -> known.stream().filter(given::says).findFirst().orElseGet(() -> given.since(now())))
                .toList();
    }

    private Other other(ApplicationId id, ApplicantBody person) {
        var clear = WebJson.get().writeValueAsString(person);
        return new Other(
                Objects.requireNonNullElse(person.liability(), Liability.BORROWER),
                sealing.seal(id.value(), Sealed.Purpose.IDENTITY, OTHER, clear),
                shown(person));
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

    /** Only who is admitted in the product's market may bring something. */
    private @Nullable DealerId dealer(DraftBody body, ProductData product) {
        if (body.dealer() == null) {
            return null;
        }
        if (product.collateral() == null) {
            throw ValueNotAllowed.at("/dealer", "not-supported", "no dealer for " + product.id(), "some");
        }
        return dealerships
                .admitted(body.dealer(), product.jurisdiction())
                .map(Dealer::id)
                .orElseThrow(() -> ValueNotAllowed.at(
                        "/dealer", "not-admitted", "a dealer admitted in " + product.jurisdiction(), "another name"));
    }

    /** The names of the fields that have a value. */
    private static List<String> given(ApplicantBody person) {
        return WebJson.get().<JsonNode>valueToTree(person).properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
    }

    private @Nullable Collateral collateral(ApplicationId id, @Nullable CollateralBody entered) {
        if (entered == null) {
            return null;
        }
        var clear = WebJson.get().writeValueAsString(entered);
        return new Collateral(
                Objects.requireNonNullElse(entered.kind(), "VEHICLE"),
                sealing.seal(id.value(), Sealed.Purpose.IDENTITY, COLLATERAL, clear),
                masked(Mask.CARD, entered.vin()),
                entered.value());
    }

    /** What is missing now, and what else would make each programme possible. */
    Open requirements(Application application) {
        var draft = application.draft();
        var body = opened(draft);
        var requirements = new Requirements(
                body, version(body.product(), draft.productVersion()).data());
        var open = programmes.open(body.product(), body.amount(), body.count());
        var missing = new ArrayList<>(requirements.forAll(open));
        missing.addAll(application.unproven());
        return new Open(missing, requirements.forEach(open));
    }

    /** What still has to be entered: for all, and for each programme that is still possible. */
    record Open(List<Missing> missing, List<Requirements.Wanting> programmes) {}

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
                draft.othersOrNone().stream()
                        .map(other -> person(other.details(), OTHER))
                        .toList(),
                draft.collateral() == null ? null : vehicle(draft.collateral()),
                draft.consents().stream().map(ConsentBody::of).toList(),
                draft.dealer() == null ? null : draft.dealer().name(),
                draft.region());
    }

    ApplicantBody person(Sealed details) {
        return person(details, FIELD);
    }

    private ApplicantBody person(Sealed details, String field) {
        var clear = sealing.open(details, field).textOr(_ -> "{}");
        return WebJson.get().readValue(clear, ApplicantBody.class);
    }

    CollateralBody vehicle(Collateral collateral) {
        var clear = sealing.open(collateral.details(), COLLATERAL).textOr(_ -> "{}");
        return WebJson.get().readValue(clear, CollateralBody.class);
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
