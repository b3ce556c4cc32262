package tallystick.application.origination;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.application.api.ApplicationCommand.TakeBankApproval;
import tallystick.application.api.ApplicationEvent.ApplicationSubmitted;
import tallystick.application.api.ApplicationEvent.PayoutOrdered;
import tallystick.application.placement.Placements;
import tallystick.audit.api.Asked;
import tallystick.audit.api.AuditCommand.OpenAudit;
import tallystick.bank.api.BankCommand.BankTerms;
import tallystick.kernel.ApplicationId;
import tallystick.loan.api.Allocation;
import tallystick.loan.api.Funding;
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

    /**
     * The bank's own terms are held against the law; what was asked of it was before. Of several nobody has terms of its own.
     */
    static TakeBankApproval approval(
            ApplicationId id,
            int placement,
            @Nullable BankTerms terms,
            boolean several,
            Placements placements,
            Instant at) {
        if (terms == null || several) {
            var beyond = terms == null ? null : "It agreed to other terms than the banks it lends with";
            return new TakeBankApproval(id, placement, null, null, null, at, beyond);
        }
        var beyond = placements.beyond(id, terms.amount(), terms.annualRate(), terms.count());
        return new TakeBankApproval(id, placement, terms.amount(), terms.annualRate(), terms.count(), at, beyond);
    }

    static BookLoan bookLoan(PayoutOrdered e, @Nullable Funding funding) {
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
                List.of(new Payee(1, e.account(), offer.amount(), e.dealer() == null ? Payee.CUSTOMER : Payee.DEALER)),
                terms.disbursements().getFirst().date(),
                e.at(),
                funding,
                null,
                e.agreement().coolingOffDays());
    }

    private static Allocation allocation(PayoutOrdered e) {
        var json = WebJson.get().readTree(String.valueOf(e.agreement().allocation()));
        return new Allocation(
                List.of(json.path("order").asString("")),
                Allocation.Across.valueOf(json.path("across").asString("ROWS")),
                Allocation.Future.valueOf(json.path("future").asString("NEXT_ROW")));
    }
}
