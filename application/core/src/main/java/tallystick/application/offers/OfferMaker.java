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
import tallystick.application.lifecycle.Attempt;
import tallystick.application.lifecycle.Submission;
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
        var at = clock.instant();
        var today = today(application.submitted(), at);
        var attempt = Objects.requireNonNull(application.lastAttempt());
        var terms = terms(
                approved.amount(),
                approved.annualRate(),
                approved.count(),
                application.submitted().agreement(),
                today,
                today);
        return new MakeOffer(approved.application(), offer(application, attempt, terms, at), at);
    }

    /** Of a loan of less, which is paid out already, as was agreed for the whole. */
    public Offer smaller(Application application, Money amount, LocalDate paidOn) {
        var whole = application.contracted();
        var at = clock.instant();
        var terms = terms(
                amount,
                whole.annualRate(),
                whole.count(),
                application.submitted().agreement(),
                today(application.submitted(), at),
                paidOn);
        return offer(application, application.contractedAttempt(), terms, at);
    }

    private Offer offer(Application application, Attempt attempt, Terms terms, Instant at) {
        var bank = attempt.programme().bank();
        var json = WebJson.get().writeValueAsString(terms);
        var quote = WebJson.get().writeValueAsString(queries.ask(new QuoteTerms(terms)));
        var validFor = application.submitted().agreement().offerValidFor();
        return new Offer(
                application.offers().size() + 1,
                attempt.nr(),
                bank,
                terms.principal(),
                terms.count(),
                terms.annualRate(),
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
        var today = today(handedIn, at);
        var terms = terms(amount, rate, count, handedIn.agreement(), today, today);
        return terms.fees() == null || terms.fees().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        queries.ask(new QuoteTerms(terms)).yields().allInCost());
    }

    /** The product's pattern with what was agreed and today's dates. */
    private static Terms terms(
            Money amount, Rate rate, int count, Agreement agreement, LocalDate today, LocalDate paidOn) {
        var json = (ObjectNode) WebJson.get().readTree(agreement.pattern());
        json.set("principal", WebJson.get().valueToTree(amount));
        json.put("annualRate", rate.perYear().toPlainString());
        json.put("count", count);
        json.put("firstDueDate", today.plus(Period.parse(agreement.every())).toString());
        json.set("disbursements", WebJson.get().valueToTree(List.of(new Terms.Disbursement(paidOn, amount))));
        return WebJson.get().treeToValue(json, Terms.class);
    }
}
