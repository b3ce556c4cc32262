package tallystick.application.origination;

import java.util.Objects;
import tallystick.application.api.ApplicationCommand.TakePayoutFailed;
import tallystick.application.api.ApplicationCommand.TakeSmallerLoan;
import tallystick.application.api.Offer;
import tallystick.application.lifecycle.Application;
import tallystick.application.lifecycle.Smaller;
import tallystick.application.offers.OfferMaker;
import tallystick.kernel.LoanId;
import tallystick.kernel.Refused;
import tallystick.loan.api.LoanCommand.ReducePayout;
import tallystick.loan.api.Terms;
import tallystick.runtime.web.json.WebJson;

/** What is paid of a loan, as the applicant has agreed to it: who has not paid lends nothing of it. Every step may be repeated. */
final class PaidPart {
    private final Lenders lenders;
    private final Lending lending;
    private final Application application;
    private final Smaller smaller;

    PaidPart(Lenders lenders, Lending lending, Application application, Smaller smaller) {
        this.lenders = lenders;
        this.lending = lending;
        this.application = application;
        this.smaller = smaller;
    }

    /** Not when what was paid has come back meanwhile: then it is as before, and for people to go on. */
    void lend() {
        var loan = Objects.requireNonNull(application.loan());
        try {
            lenders.order(reduce(loan));
        } catch (Refused cameBack) {
            lenders.order(new TakePayoutFailed(
                    application.id(), loan, cameBack.refusal().detail(), lenders.now()));
            return;
        }
        lending.doWithoutOthers(smaller.shares(), "the loan is made without it");
        lenders.order(new TakeSmallerLoan(application.id(), loan, lenders.now()));
    }

    private ReducePayout reduce(LoanId loan) {
        var at = lenders.now();
        return new ReducePayout(
                loan,
                WebJson.get().readValue(offer().terms(), Terms.class),
                Lending.funding(smaller.shares(), true),
                OfferMaker.today(application.submitted(), at),
                at);
    }

    private Offer offer() {
        return Objects.requireNonNull(application.offer(smaller.offer()));
    }
}
