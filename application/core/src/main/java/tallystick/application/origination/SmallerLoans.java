package tallystick.application.origination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tallystick.application.api.ApplicationCommand.OfferSmallerLoan;
import tallystick.application.api.Considered.Share;
import tallystick.application.lifecycle.Application;
import tallystick.application.offers.OfferMaker;
import tallystick.application.placement.Placements;
import tallystick.application.products.Product;
import tallystick.kernel.Money;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.loan.api.PayoutLegs;
import tallystick.loan.api.PayoutLegs.Leg;
import tallystick.loan.api.PayoutLegs.Progress;
import tallystick.runtime.decide.Things;
import tallystick.runtime.queries.Queries;

/** Offers a loan of what is paid where one of several lenders has not paid its share: as far as product and law let it be so small. */
final class SmallerLoans {
    /** So fine that what is split by it is to the cent what was paid. */
    private static final int DIGITS = 15;

    private final Things things;
    private final Queries queries;
    private final OfferMaker offers;
    private final Placements placements;
    private final InstantSource clock;

    SmallerLoans(Things things, Queries queries, OfferMaker offers, Placements placements, InstantSource clock) {
        this.things = things;
        this.queries = queries;
        this.offers = offers;
        this.placements = placements;
        this.clock = clock;
    }

    OfferSmallerLoan offer(Application is, String reason, String by) {
        var legs = queries.ask(new PayoutLegs(is.failedPayout())).legs();
        mustBeProven(is, legs);
        var paid = legs.stream().filter(leg -> leg.progress() == Progress.PAID).toList();
        var amount = paid.stream().map(Leg::amount).reduce(Money::plus).orElseThrow();
        mustBeAllowed(is, amount);
        var offer = offers.smaller(is, amount, paidOn(paid));
        return new OfferSmallerLoan(is.id(), offer, shares(is, paid, amount), reason, by, clock.instant());
    }

    /** The first leg is that of the bank with which the borrower's money arrives: without it there is no loan. */
    private static void mustBeProven(Application is, List<Leg> legs) {
        if (legs.stream().anyMatch(leg -> leg.progress() == Progress.ORDERED)) {
            throw no(
                    "payout-open",
                    "A bank has not answered",
                    "Expected every order of the payout of %s to be answered; one is not. Wait for its bank.",
                    is);
        }
        if (legs.isEmpty() || legs.getFirst().progress() != Progress.PAID) {
            throw no(
                    "lead-not-paid",
                    "The leading bank has not paid",
                    "Expected the bank that leads the loan of %s to have paid its share; it has not. Correct the"
                            + " payee, or cancel.",
                    is);
        }
    }

    private static Refused no(String code, String title, String detail, Application is) {
        return Refusal.of(code, title, detail.formatted(is.id())).asException();
    }

    private void mustBeAllowed(Application is, Money amount) {
        var handedIn = is.submitted();
        var limits = things.find(Product.class, handedIn.product().value())
                .flatMap(found -> found.state().version(handedIn.productVersion()))
                .orElseThrow()
                .data()
                .amount();
        if (!limits.contains(amount.amount())) {
            throw tooSmall(
                    "%s would be lent; the product lends from %s to %s"
                            .formatted(
                                    amount,
                                    limits.min().toPlainString(),
                                    limits.max().toPlainString()),
                    is);
        }
        var beyond = placements.beyond(
                is.id(), amount, is.contracted().annualRate(), is.contracted().count());
        if (beyond != null) {
            throw tooSmall(beyond, is);
        }
    }

    private static Refused tooSmall(String why, Application is) {
        return Refusal.of(
                        "smaller-loan-not-allowed",
                        "No loan of what is paid",
                        "Expected a loan of what is paid for %s to be allowed; it is not: %s. Correct the payee, or cancel."
                                .formatted(is.id(), why))
                .asException();
    }

    private static LocalDate paidOn(List<Leg> paid) {
        return paid.stream()
                .map(Leg::paidOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Each lends what it has paid: rounded up, so that the amount of it, which is rounded down, is that; the last has the rest. */
    private static List<Share> shares(Application is, List<Leg> paid, Money amount) {
        var attempt = is.contractedAttempt();
        var shares = new ArrayList<Share>();
        var left = BigDecimal.ONE;
        for (var leg : paid) {
            var last = shares.size() == paid.size() - 1;
            var part = last ? left : leg.amount().amount().divide(amount.amount(), DIGITS, RoundingMode.UP);
            shares.add(attempt.share(leg.bank()).lending(part));
            left = left.subtract(part);
        }
        return shares;
    }
}
