package tallystick.application.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.ChangeDraft;
import tallystick.application.api.ApplicationCommand.SubmitApplication;
import tallystick.application.api.Draft;
import tallystick.application.api.Draft.Liability;
import tallystick.application.api.Draft.Missing;
import tallystick.application.api.Liable;
import tallystick.application.api.PartyEvent.Identifier;
import tallystick.application.api.ProductData;
import tallystick.application.dealers.Dealerships;
import tallystick.application.intake.DraftBody.ApplicantBody;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.State;
import tallystick.application.market.Market;
import tallystick.application.parties.Arrivals;
import tallystick.application.parties.Arrivals.Mark;
import tallystick.application.parties.Parties;
import tallystick.application.products.Product;
import tallystick.kernel.AuditId;
import tallystick.kernel.Ids;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
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
    private final Identifying identifying;
    private final Dealerships dealerships;
    private final Arrivals arrivals;
    private final Sealing sealing;

    Submissions(
            Things things,
            Drafts drafts,
            Parties parties,
            Dealerships dealerships,
            Arrivals arrivals,
            Sealing sealing) {
        this.arrivals = arrivals;
        this.dealerships = dealerships;
        this.identifying = new Identifying(parties);
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
        mustBeComplete(application.missing());
        var entered = drafts.opened(draft);
        var person = Objects.requireNonNull(entered.applicant());
        var party = identified(person, by);
        var others = entered.others().stream()
                .map(other -> new Liable(identified(other, by), Objects.requireNonNull(other.liability())))
                .toList();
        return submission(application, entered, party, others, by);
    }

    private PartyId identified(ApplicantBody person, String by) {
        var nationalId = Objects.requireNonNull(person.nationalId());
        var party = parties.resolve(nationalId);
        parties.identify(party, Objects.requireNonNull(person.name()), identifying.of(person), by);
        return party;
    }

    private SubmitApplication submission(
            Application application, DraftBody entered, PartyId party, List<Liable> others, String by) {
        var draft = application.draft();
        var product = version(draft);
        var person = Objects.requireNonNull(entered.applicant());
        arrivals.note(
                application.id(),
                product.jurisdiction(),
                Objects.requireNonNull(draft.amount()),
                marks(draft, entered, party, others),
                drafts.now());
        return new SubmitApplication(
                application.id(),
                party,
                new AuditId(Ids.derived(AuditId.KIND, application.id().value(), "1")),
                sealed(
                        party,
                        Sealed.Purpose.IDENTITY,
                        Drafts.FIELD,
                        WebJson.get().writeValueAsString(person)),
                sealed(party, Sealed.Purpose.FACTS, "applicationFacts", facts(draft, product, entered)),
                account(draft, product, party, Objects.requireNonNull(person.payoutAccount())),
                sealed(party, Sealed.Purpose.IDENTITY, "bankSharing", bankSharing(entered)),
                agreement(product),
                others,
                by,
                drafts.now());
    }

    /** By what others may be found that belong together with it. */
    private List<Mark> marks(Draft draft, DraftBody entered, PartyId party, List<Liable> others) {
        var marks = new ArrayList<Mark>();
        marks.add(Mark.of(party, true));
        others.forEach(other -> marks.add(Mark.of(other.party(), false)));
        identifying
                .of(Objects.requireNonNull(entered.applicant()))
                .forEach(identifier -> marks.add(Mark.of(identifier, true)));
        entered.others().forEach(other -> identifying.of(other).forEach(known -> marks.add(Mark.of(known, false))));
        Objects.requireNonNullElse(draft.identifiers(), List.<Identifier>of()).stream()
                .filter(identifier -> identifier.kind().equals("VIN"))
                .forEach(identifier -> marks.add(Mark.of(identifier, true)));
        if (draft.dealer() != null) {
            marks.add(new Mark("DEALER", draft.dealer().value(), true));
        }
        return marks;
    }

    /** The dealer's where there is one: it gets the money of the car. */
    private Sealed account(Draft draft, ProductData product, PartyId party, String own) {
        if (draft.dealer() == null) {
            return sealed(party, Sealed.Purpose.IDENTITY, "payoutAccount", own);
        }
        var dealer = dealerships
                .admitted(draft.dealer().name(), product.jurisdiction())
                .orElseThrow(() -> ValueNotAllowed.at("/dealer", "not-admitted", "an admitted dealer", "another"));
        dealerships.mustBear(dealer, Objects.requireNonNull(draft.amount()));
        return dealer.account();
    }

    private static void mustBeComplete(List<Missing> missing) {
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

    /** As {@code OpenAudit} wants them: an object of strings. Incomes of those who owe the whole are added up. */
    private String facts(Draft draft, ProductData product, DraftBody entered) {
        var person = Objects.requireNonNull(entered.applicant());
        var facts = new LinkedHashMap<String, String>();
        facts.put("applicant.birthDate", String.valueOf(person.birthDate()));
        facts.put("applicant.monthlyIncome", income(entered).amount().toPlainString());
        facts.put("applicant.currency", income(entered).currency().getCurrencyCode());
        facts.put("coApplicants", Integer.toString(entered.others().size()));
        draft.consents().stream()
                .filter(consent -> consent.isGood(drafts.now()))
                .forEach(consent -> facts.put("consent." + consent.purpose(), consent.version()));
        var collateral = draft.collateral();
        if (collateral != null && collateral.value() != null) {
            facts.put("collateral.value", collateral.value().amount().toPlainString());
        }
        facts.putAll(StatedVehicle.facts(entered, product.collateral()));
        return WebJson.get().writeValueAsString(facts);
    }

    private static Money income(DraftBody entered) {
        return Stream.concat(
                        Stream.of(Objects.requireNonNull(entered.applicant())),
                        entered.others().stream().filter(other -> other.liability() == Liability.BORROWER))
                .map(person -> Objects.requireNonNull(person.monthlyIncome()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static String bankSharing(DraftBody entered) {
        var shared = new LinkedHashMap<String, Object>(shared(Objects.requireNonNull(entered.applicant())));
        if (!entered.others().isEmpty()) {
            shared.put(
                    "others", entered.others().stream().map(Submissions::shared).toList());
        }
        return WebJson.get().writeValueAsString(shared);
    }

    private static Map<String, String> shared(ApplicantBody person) {
        return Map.of(
                "name", Objects.requireNonNull(person.name()),
                "nationalId", Objects.requireNonNull(person.nationalId()),
                "phone", Objects.requireNonNull(person.phone()));
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
                TermsPattern.of(product),
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
}
