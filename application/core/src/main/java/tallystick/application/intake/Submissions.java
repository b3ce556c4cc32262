package tallystick.application.intake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.ChangeDraft;
import tallystick.application.api.ApplicationCommand.SubmitApplication;
import tallystick.application.api.Draft;
import tallystick.application.api.ProductData;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.State;
import tallystick.application.market.Market;
import tallystick.application.parties.Parties;
import tallystick.application.products.Product;
import tallystick.kernel.AuditId;
import tallystick.kernel.Ids;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.PartyId;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.web.Problem;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.json.WebJson;

/** Makes a draft ready to be handed in: complete, its applicant resolved, its data sealed for the party. */
final class Submissions {
    private final Things things;
    private final Drafts drafts;
    private final Parties parties;
    private final Sealing sealing;

    Submissions(Things things, Drafts drafts, Parties parties, Sealing sealing) {
        this.things = things;
        this.drafts = drafts;
        this.parties = parties;
        this.sealing = sealing;
    }

    /** @throws ValueNotAllowed with code {@code requirements-missing} and one entry for each */
    ApplicationCommand command(Application application, String by) {
        var draft = application.draft();
        if (application.state() != State.DRAFT) {
            // The application itself says no, in its own words.
            return new ChangeDraft(application.id(), draft, by, drafts.now());
        }
        mustBeComplete(draft);
        var person = drafts.person(Objects.requireNonNull(draft.applicant()).details());
        var nationalId = Objects.requireNonNull(person.nationalId());
        var party = parties.resolve(nationalId);
        parties.identify(
                party, Objects.requireNonNull(person.name()), nationalId, person.phone(), person.payoutAccount(), by);
        return submission(application, draft, person, party, by);
    }

    private SubmitApplication submission(
            Application application, Draft draft, ApplicantBody person, PartyId party, String by) {
        var product = version(draft);
        return new SubmitApplication(
                application.id(),
                party,
                new AuditId(Ids.derived(AuditId.KIND, application.id().value(), "1")),
                sealed(
                        party,
                        Sealed.Purpose.IDENTITY,
                        Drafts.FIELD,
                        WebJson.get().writeValueAsString(person)),
                sealed(party, Sealed.Purpose.FACTS, "applicationFacts", facts(draft, person)),
                sealed(party, Sealed.Purpose.IDENTITY, "payoutAccount", Objects.requireNonNull(person.payoutAccount())),
                sealed(party, Sealed.Purpose.IDENTITY, "bankSharing", bankSharing(person)),
                agreement(product),
                by,
                drafts.now());
    }

    private static void mustBeComplete(Draft draft) {
        var missing = draft.missing();
        if (!missing.isEmpty()) {
            var places = missing.stream()
                    .map(field -> new Problem.At(field.pointer(), "required", "a value", "none"))
                    .toList();
            throw new ValueNotAllowed(
                    "requirements-missing",
                    "Expected every required field to have a value; found %d without, the first at %s. Enter them, then hand the draft in again."
                            .formatted(places.size(), places.getFirst().pointer()),
                    places);
        }
    }

    private ProductData version(Draft draft) {
        return things.find(Product.class, draft.product().value())
                .flatMap(found -> found.state().version(draft.productVersion()))
                .orElseThrow()
                .data();
    }

    private Sealed sealed(PartyId party, Sealed.Purpose purpose, String field, String clear) {
        return sealing.seal(party.value(), purpose, field, clear);
    }

    /** As {@code OpenAudit} wants them: an object of strings. */
    private static String facts(Draft draft, ApplicantBody person) {
        var income = Objects.requireNonNull(person.monthlyIncome());
        var facts = new LinkedHashMap<String, String>();
        facts.put("applicant.birthDate", String.valueOf(person.birthDate()));
        facts.put("applicant.monthlyIncome", income.amount().toPlainString());
        facts.put("applicant.currency", income.currency().getCurrencyCode());
        draft.consents().forEach(consent -> facts.put("consent." + consent.purpose(), consent.version()));
        var collateral = draft.collateral();
        if (collateral != null && collateral.value() != null) {
            facts.put("collateral.value", collateral.value().amount().toPlainString());
        }
        return WebJson.get().writeValueAsString(facts);
    }

    private static String bankSharing(ApplicantBody person) {
        return WebJson.get()
                .writeValueAsString(new LinkedHashMap<>(Map.of(
                        "name", Objects.requireNonNull(person.name()),
                        "nationalId", Objects.requireNonNull(person.nationalId()),
                        "phone", Objects.requireNonNull(person.phone()))));
    }

    private Agreement agreement(ProductData product) {
        return new Agreement(
                product.jurisdiction(),
                product.currency(),
                product.every(),
                product.pricing().annualRate().min(),
                product.pricing().annualRate().max(),
                Duration.parse(product.offerValidFor()),
                coolingOffDays(product),
                pattern(product),
                WebJson.get().writeValueAsString(product.allocation()),
                product.factsValidFor() == null ? null : Duration.parse(product.factsValidFor()),
                product.conditions());
    }

    /** Whatever the product says, not less than the law. */
    private int coolingOffDays(ProductData product) {
        var jurisdiction = Jurisdiction.named(product.jurisdiction());
        return Market.of(jurisdiction)
                .law()
                .figure("cooling-off-days", jurisdiction.dateAt(drafts.now()))
                .map(figure -> Math.max(figure.value().intValueExact(), product.coolingOffDays()))
                .orElse(product.coolingOffDays());
    }

    private static String pattern(ProductData product) {
        var pattern = new LinkedHashMap<String, Object>();
        pattern.put("method", product.method());
        pattern.put("amortization", product.amortization());
        pattern.put("interestPeriod", product.interestPeriod());
        pattern.put("dayCount", product.dayCount());
        pattern.put("every", product.every());
        pattern.put("convention", "STANDARD");
        pattern.put("rounding", Map.of("mode", "HALF_EVEN"));
        pattern.put("fees", product.fees());
        if (product.penalty() != null) {
            pattern.put("penalty", product.penalty());
        }
        return WebJson.get().writeValueAsString(pattern);
    }
}
