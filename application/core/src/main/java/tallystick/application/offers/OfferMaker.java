package tallystick.application.offers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tallystick.application.api.Agreement;
import tallystick.application.api.ApplicationCommand.MakeOffer;
import tallystick.application.api.ApplicationEvent.PlacementApproved;
import tallystick.application.api.Offer;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Submission;
import tallystick.kernel.BankId;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.kernel.Sha256;
import tallystick.loan.api.QuoteTerms;
import tallystick.loan.api.Terms;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.Queries;
import tallystick.runtime.web.json.WebJson;
import tools.jackson.databind.node.ObjectNode;

/** Makes the offer for what a bank approved: terms from the product, rows and yields from the loan engine. */
public final class OfferMaker {
    private final Things things;
    private final Queries queries;
    private final InstantSource clock;

    OfferMaker(Things things, Queries queries, InstantSource clock) {
        this.things = things;
        this.queries = queries;
        this.clock = clock;
    }

    public MakeOffer offer(PlacementApproved approved) {
        var application = things.find(Application.class, approved.application().value())
                .orElseThrow()
                .state();
        var handedIn = application.submitted();
        var at = clock.instant();
        var bank = Objects.requireNonNull(application.lastAttempt()).programme().bank();
        var terms = terms(
                approved.amount(), approved.annualRate(), approved.count(), handedIn.agreement(), today(handedIn, at));
        var quote = WebJson.get().writeValueAsString(queries.ask(new QuoteTerms(terms)));
        return new MakeOffer(approved.application(), offer(application, approved, bank, terms, quote, at), at);
    }

    private static Offer offer(
            Application application, PlacementApproved approved, BankId bank, Terms terms, String quote, Instant at) {
        var json = WebJson.get().writeValueAsString(terms);
        var validFor = application.submitted().agreement().offerValidFor();
        return new Offer(
                application.offers().size() + 1,
                approved.placement(),
                bank,
                approved.amount(),
                approved.count(),
                approved.annualRate(),
                json,
                quote,
                Sha256.hex(bank.value() + "\n" + json + "\n" + quote),
                at.plus(validFor));
    }

    public static LocalDate today(Submission handedIn, Instant at) {
        return Jurisdiction.named(handedIn.agreement().jurisdiction()).dateAt(at);
    }

    /**
     * What a customer would pay a year with every fee; the law caps that. Empty where no fee comes on top, since then the
     * rate alone is judged.
     */
    public Optional<BigDecimal> allInCost(Submission handedIn, Money amount, Rate rate, int count, Instant at) {
        var terms = terms(amount, rate, count, handedIn.agreement(), today(handedIn, at));
        return terms.fees() == null || terms.fees().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        queries.ask(new QuoteTerms(terms)).yields().allInCost());
    }

    /** The product's pattern with what was agreed and today's dates. */
    private static Terms terms(Money amount, Rate rate, int count, Agreement agreement, LocalDate today) {
        var json = (ObjectNode) WebJson.get().readTree(agreement.pattern());
        json.set("principal", WebJson.get().valueToTree(amount));
        json.put("annualRate", rate.perYear().toPlainString());
        json.put("count", count);
        json.put("firstDueDate", today.plus(Period.parse(agreement.every())).toString());
        json.set("disbursements", WebJson.get().valueToTree(List.of(new Terms.Disbursement(today, amount))));
        return WebJson.get().treeToValue(json, Terms.class);
    }
}
