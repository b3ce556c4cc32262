package tallystick.application.origination;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.TakeBankApproval;
import tallystick.application.api.ApplicationEvent.ApplicationSubmitted;
import tallystick.application.api.ApplicationEvent.PayoutOrdered;
import tallystick.application.api.ApplicationEvent.PlacementApproved;
import tallystick.application.api.ApplicationEvent.PlacementStarted;
import tallystick.application.api.Considered;
import tallystick.application.api.FundingLineCommand.Confirm;
import tallystick.application.api.FundingLineCommand.HoldReservation;
import tallystick.application.api.FundingLineCommand.Release;
import tallystick.application.placement.Placements;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditCommand.OpenAudit;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.BankId;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Ids;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.LoanCommand.BookLoan;
import tallystick.loan.api.Payee;
import tallystick.loan.api.Terms;
import tallystick.runtime.web.json.WebJson;

/** What the saga sends, made from what it heard. */
final class Messages {
    private Messages() {}

    static OpenAudit openAudit(ApplicationSubmitted e) {
        var asked = new Asked(
                e.product(),
                e.productVersion(),
                e.agreement().jurisdiction(),
                e.amount(),
                e.count(),
                e.agreement().every(),
                e.channel(),
                e.purpose());
        return new OpenAudit(e.audit(), e.application(), e.applicant(), e.by(), asked, e.facts(), e.at());
    }

    private static Considered chosen(PlacementStarted e) {
        return e.considered().stream()
                .filter(programme -> programme.nr() == e.placement())
                .findFirst()
                .orElseThrow();
    }

    static String line(PlacementStarted e) {
        return Objects.requireNonNull(chosen(e).fundingLine()).value();
    }

    static HoldReservation hold(String line, PlacementStarted e) {
        return new HoldReservation(new FundingLineId(line), e.application(), e.placement(), e.at());
    }

    static Instruct requestCredit(PlacementStarted e) {
        return new Instruct(
                e.instruction(),
                e.bank(),
                new Order.RequestCredit(
                        e.application(),
                        chosen(e).programme().name(),
                        e.amount(),
                        e.annualRate(),
                        e.count(),
                        e.bankSharing()),
                e.at());
    }

    /** The bank's own terms are held against the law; what was asked of it was before. */
    static TakeBankApproval approval(
            ApplicationId id, int placement, @Nullable BankTerms terms, Placements placements, Instant at) {
        if (terms == null) {
            return new TakeBankApproval(id, placement, null, null, null, at);
        }
        var beyond = placements.beyond(id, terms.amount(), terms.annualRate(), terms.count());
        return new TakeBankApproval(id, placement, terms.amount(), terms.annualRate(), terms.count(), at, beyond);
    }

    static Confirm confirm(String line, PlacementApproved e) {
        return new Confirm(new FundingLineId(line), e.application(), e.placement(), e.amount(), e.at());
    }

    static Release release(String line, ApplicationId id, int placement, String because, Instant at) {
        return new Release(new FundingLineId(line), id, placement, because, at);
    }

    /** One cancel for a credit, for ever. */
    static Instruct cancelCredit(ApplicationId id, int placement, BankId bank, Money amount, Instant at) {
        var credit = Placements.instruction(id, placement);
        return new Instruct(
                new InstructionId(Ids.derived(InstructionId.KIND, "cancel", credit.value())),
                bank,
                new Order.Cancel(credit, amount),
                at);
    }

    static BookLoan bookLoan(PayoutOrdered e) {
        var offer = e.offer();
        var terms = WebJson.get().readValue(offer.terms(), Terms.class);
        return new BookLoan(
                e.loan(),
                e.application(),
                e.borrower(),
                e.product(),
                e.productVersion(),
                e.agreement().jurisdiction(),
                offer.bank(),
                terms,
                allocation(e),
                List.of(new Payee(1, e.account(), offer.amount(), e.dealer() == null ? "CUSTOMER" : "DEALER")),
                terms.disbursements().getFirst().date(),
                e.at());
    }

    private static Allocation allocation(PayoutOrdered e) {
        var json = WebJson.get().readTree(String.valueOf(e.agreement().allocation()));
        return new Allocation(
                List.of(json.path("order").asString("")),
                Allocation.Across.valueOf(json.path("across").asString("ROWS")),
                Allocation.Future.valueOf(json.path("future").asString("NEXT_ROW")));
    }
}
