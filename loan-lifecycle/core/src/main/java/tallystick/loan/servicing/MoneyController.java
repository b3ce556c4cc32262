package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.Authority;
import tallystick.loan.api.LoanCommand.QuotePayoff;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
import tallystick.loan.api.PrepaymentEffect;
import tallystick.loan.api.Source;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Money of borrowers over HTTP, as people enter it. */
@RestController
@Tag(name = "Loans")
class MoneyController {
    private static final String CONTEXT = "loan";

    private final Things things;
    private final BusinessDays days;
    private final ServicingSettings settings;
    private final InstantSource clock;

    MoneyController(Things things, BusinessDays days, ServicingSettings settings, InstantSource clock) {
        this.things = things;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    record Repayment(
            Money amount,
            LocalDate valueDate,
            Source source,
            @Nullable String reference,
            @Nullable String payoffQuote) {}

    record Prepayment(
            Money amount,
            LocalDate valueDate,
            @Nullable PrepaymentEffect effect,
            @Nullable String reference) {
        Repayment repayment() {
            return new Repayment(amount, valueDate, Source.OFFICER_ENTRY, reference, null);
        }
    }

    record Reversal(int transaction, String reason, LocalDate date) {}

    record GoodThrough(LocalDate goodThrough) {}

    @Operation(
            operationId = "enterRepayment",
            summary = "Enter a repayment",
            description =
                    "Shared out at once, as of its value date; what later money paid is restated. Money of a day that"
                            + " is closed is entered by two people: propose it.")
    @PostMapping("/api/v1/loans/{loan}/repayments")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(TransactionView.class)
    ResponseEntity<byte[]> repay(@PathVariable String loan, @RequestBody Repayment body, Write write) {
        return enter(loan, body, null, write);
    }

    @Operation(
            operationId = "enterPrepayment",
            summary = "Enter a prepayment",
            description =
                    "What is due is paid first, the rest is principal before its time. The effect says what becomes of"
                        + " the rows to come: SHORTER_TERM, SMALLER_INSTALLMENT or PRINCIPAL_IN_ADVANCE; absent, what"
                        + " the contract says of money that is more than is due.")
    @PostMapping("/api/v1/loans/{loan}/prepayments")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(TransactionView.class)
    ResponseEntity<byte[]> prepay(@PathVariable String loan, @RequestBody Prepayment body, Write write) {
        return enter(loan, body.repayment(), body.effect(), write);
    }

    private ResponseEntity<byte[]> enter(String loan, Repayment body, @Nullable PrepaymentEffect effect, Write write) {
        var reference = write.derivedId("entry");
        return write.<Loan>create(
                CONTEXT,
                "transaction",
                Loan.class,
                _ -> repayment(loan, body, effect, reference, write.by()),
                decided -> TransactionView.of(
                        entered(decided.state(), reference), decided.state().state()),
                decided -> entered(decided.state(), reference).id());
    }

    private static Transaction entered(Loan loan, String reference) {
        return loan.transactions().stream()
                .filter(known -> reference.equals(known.reference()))
                .findFirst()
                .orElseThrow();
    }

    private ReceiveRepayment repayment(
            String loan, Repayment body, @Nullable PrepaymentEffect effect, String reference, String by) {
        var is = loan(loan);
        if (!body.amount().currency().equals(is.zero().currency())
                || !body.amount().isPositive()) {
            throw ValueNotAllowed.at(
                    "/amount",
                    "not-allowed",
                    "an amount above zero in " + is.zero().currency(),
                    "" + body.amount());
        }
        if (body.source() != Source.OFFICER_ENTRY) {
            throw ValueNotAllowed.at(
                    "/source", "not-allowed", "OFFICER_ENTRY; other money comes from the bank", "" + body.source());
        }
        var today = days.today(is.jurisdiction());
        if (body.valueDate().isAfter(today)) {
            throw ValueNotAllowed.at("/valueDate", "in-the-future", "at most " + today, "" + body.valueDate());
        }
        var since = is.activeSince();
        if (since != null && body.valueDate().isBefore(since)) {
            throw ValueNotAllowed.at("/valueDate", "before-the-loan", "from " + since, "" + body.valueDate());
        }
        OnePerson.enters(authority(is), body.amount(), body.valueDate());
        return new ReceiveRepayment(
                is.id(),
                body.amount(),
                body.valueDate(),
                today,
                body.source(),
                reference,
                body.reference(),
                body.payoffQuote(),
                by,
                clock.instant(),
                effect);
    }

    private Authority authority(Loan is) {
        return new Authority(settings.entryLimit(), days.lastClosed(is.jurisdiction()));
    }

    @Operation(
            operationId = "reverseTransaction",
            summary = "Take a transaction back",
            description =
                    "As a returned debit does; what came after is restated. What a bank reported is taken back by two"
                            + " people: propose it.")
    @PostMapping("/api/v1/loans/{loan}/reversals")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(TransactionView.class)
    ResponseEntity<byte[]> reverse(@PathVariable String loan, @RequestBody Reversal body, Write write) {
        return write.<Loan>create(
                CONTEXT,
                "transaction",
                Loan.class,
                _ -> {
                    if (body.reason().isBlank()) {
                        throw ValueNotAllowed.at("/reason", "blank", "a reason", "blanks");
                    }
                    var is = loan(loan);
                    var today = days.today(is.jurisdiction());
                    if (body.date().isAfter(today)) {
                        throw ValueNotAllowed.at("/date", "in-the-future", "at most " + today, "" + body.date());
                    }
                    return new ReverseTransaction(
                            new LoanId(loan),
                            body.transaction(),
                            body.reason(),
                            body.date(),
                            today,
                            write.by(),
                            clock.instant(),
                            authority(is));
                },
                decided -> TransactionView.of(
                        reversal(decided.state(), body.transaction()),
                        decided.state().state()),
                decided -> reversal(decided.state(), body.transaction()).id());
    }

    private static Transaction reversal(Loan loan, int of) {
        return loan.transactions().stream()
                .filter(known -> Integer.valueOf(of).equals(known.of()))
                .findFirst()
                .orElseThrow();
    }

    @Operation(
            operationId = "quotePayoff",
            summary = "What paying off costs",
            description = "Good through a date; to use it, enter a repayment that names it.")
    @PostMapping("/api/v1/loans/{loan}/payoff-quotes")
    @Allowed({Role.OPERATIONS, Role.FINANCE, Role.OFFICER})
    @Shows(PayoffView.class)
    ResponseEntity<byte[]> quote(@PathVariable String loan, @RequestBody GoodThrough body, Write write) {
        var id = write.derivedId("payoff");
        return write.<Loan>create(
                CONTEXT,
                "payoff",
                Loan.class,
                _ -> {
                    var today = days.today(loan(loan).jurisdiction());
                    if (body.goodThrough().isBefore(today)) {
                        throw ValueNotAllowed.at(
                                "/goodThrough", "in-the-past", "from " + today, "" + body.goodThrough());
                    }
                    return new QuotePayoff(
                            new LoanId(loan), id, body.goodThrough(), today, write.by(), clock.instant());
                },
                decided -> PayoffView.of(
                        decided.state().id(), decided.state().quote(id).orElseThrow(), "OPEN"),
                _ -> id);
    }

    private Loan loan(String id) {
        return things.find(Loan.class, id).orElseThrow().state();
    }
}
