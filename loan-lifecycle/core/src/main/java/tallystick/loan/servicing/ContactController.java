package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.loan.api.Change;
import tallystick.loan.api.Channel;
import tallystick.loan.api.LoanCommand.CancelMandate;
import tallystick.loan.api.LoanCommand.NoteContact;
import tallystick.loan.api.LoanCommand.PromisePayment;
import tallystick.loan.api.LoanCommand.RegisterMandate;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What people do to get a loan paid, over HTTP. */
@RestController
@Tag(name = "Collections", description = "Mandates, promises and contacts.")
class ContactController {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z0-9]{8,34}");

    private final Asking asking;
    private final ContactPolicies policies;

    ContactController(Asking asking, ContactPolicies policies) {
        this.asking = asking;
        this.policies = policies;
    }

    record AccountBody(String account, String reason) {
        /** Without the account: a log must not hold it. */
        @Override
        public String toString() {
            return "AccountBody[" + reason + "]";
        }
    }

    record MandateBody(String reference) {}

    record CancelBody(String reason) {}

    record PromiseBody(Money amount, LocalDate until) {}

    record ContactBody(Channel channel, String outcome) {}

    record MandateView(String loan, @Nullable String reference, long version) {
        static MandateView of(Decided<Loan> decided) {
            return new MandateView(
                    decided.id(), decided.state().care().collecting().mandate(), decided.version());
        }
    }

    record PromiseView(String id, String loan, Money amount, LocalDate until) {}

    record ContactView(String id, String loan, Channel channel, String outcome) {}

    @Operation(
            operationId = "nameAccount",
            summary = "Name another account of the borrower",
            description =
                    "Verified with its holder, by two people. From then on debits draw on it and refunds go there; a"
                            + " loan that was paid out to a dealer has no other.")
    @PostMapping("/api/v1/loans/{loan}/accounts")
    @Allowed({Role.OFFICER, Role.OPERATIONS, Role.FINANCE})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> account(@PathVariable String loan, @RequestBody AccountBody body, Write write) {
        return new Proposing(asking)
                .propose(loan, body.reason(), is -> new Change.NameAccount(sealed(body, is)), write);
    }

    private Sealed sealed(AccountBody body, Loan is) {
        if (!ACCOUNT.matcher(body.account()).matches()) {
            throw ValueNotAllowed.at(
                    "/account", "not-allowed", "an account of 8 to 34 letters and digits", "another text");
        }
        return asking.seal(is, body.account());
    }

    @Operation(
            operationId = "registerMandate",
            summary = "Register a mandate",
            description = "From now on each day close orders a debit of what falls due.")
    @PostMapping("/api/v1/loans/{loan}/mandate")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(MandateView.class)
    ResponseEntity<byte[]> register(@PathVariable String loan, @RequestBody MandateBody body, Write write) {
        return write.change(
                "loan",
                loan,
                Loan.class,
                () -> new RegisterMandate(
                        new LoanId(loan), Asking.text("/reference", body.reference()), write.by(), asking.now()),
                MandateView::of);
    }

    @Operation(
            operationId = "cancelMandate",
            summary = "Cancel a mandate",
            description = "No further debit is ordered; what is ordered already may still be collected.")
    @PostMapping("/api/v1/loans/{loan}/mandate/cancellation")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(MandateView.class)
    ResponseEntity<byte[]> cancel(@PathVariable String loan, @RequestBody CancelBody body, Write write) {
        return write.change(
                "loan",
                loan,
                Loan.class,
                () -> new CancelMandate(
                        new LoanId(loan), Asking.text("/reason", body.reason()), write.by(), asking.now()),
                MandateView::of);
    }

    @Operation(
            operationId = "promisePayment",
            summary = "Note a promise to pay",
            description =
                    "No reminder is due while it is open; the close of the day after it says whether it was kept.")
    @PostMapping("/api/v1/loans/{loan}/promises")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(PromiseView.class)
    ResponseEntity<byte[]> promise(@PathVariable String loan, @RequestBody PromiseBody body, Write write) {
        var id = write.derivedId("promise");
        return write.<Loan>create(
                "loan",
                "promise",
                Loan.class,
                _ -> promised(loan, id, body, write.by()),
                decided -> new PromiseView(id, decided.id(), body.amount(), body.until()),
                _ -> id);
    }

    private PromisePayment promised(String loan, String id, PromiseBody body, String by) {
        var is = asking.loan(loan);
        var today = asking.today(is);
        if (body.until().isBefore(today)) {
            throw ValueNotAllowed.at("/until", "in-the-past", "from " + today, "" + body.until());
        }
        return new PromisePayment(
                is.id(), id, Asking.positive("/amount", body.amount(), is), body.until(), today, by, asking.now());
    }

    @Operation(
            operationId = "noteContact",
            summary = "Note a contact with the borrower",
            description = "Refused at hours and as often as the contact policy of the jurisdiction forbids.")
    @PostMapping("/api/v1/loans/{loan}/contacts")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(ContactView.class)
    ResponseEntity<byte[]> contact(@PathVariable String loan, @RequestBody ContactBody body, Write write) {
        var id = write.derivedId("contact");
        return write.<Loan>create(
                "loan",
                "contact",
                Loan.class,
                _ -> {
                    var is = asking.loan(loan);
                    var now = asking.now();
                    return new NoteContact(
                            is.id(),
                            id,
                            body.channel(),
                            Asking.text("/outcome", body.outcome()),
                            policies.localTime(is.jurisdiction(), now),
                            policies.of(is.jurisdiction()),
                            write.by(),
                            now);
                },
                decided -> new ContactView(id, decided.id(), body.channel(), body.outcome()),
                _ -> id);
    }
}
