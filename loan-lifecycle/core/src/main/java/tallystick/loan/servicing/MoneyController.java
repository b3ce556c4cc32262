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
import tallystick.kernel.Refusal;
import tallystick.loan.api.LoanCommand.QuotePayoff;
import tallystick.loan.api.LoanCommand.ReceiveRepayment;
import tallystick.loan.api.LoanCommand.ReverseTransaction;
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

    record Reversal(int transaction, String reason, LocalDate date) {}

    record GoodThrough(LocalDate goodThrough) {}

    @Operation(
            operationId = "enterRepayment",
            summary = "Enter a repayment",
            description = "Shared out at once, as of its value date; what later money paid is restated.")
    @PostMapping("/api/v1/loans/{loan}/repayments")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(TransactionView.class)
    ResponseEntity<byte[]> repay(@PathVariable String loan, @RequestBody Repayment body, Write write) {
        var reference = write.derivedId("entry");
        return write.<Loan>create(
                CONTEXT,
                "transaction",
                Loan.class,
                _ -> repayment(loan, body, reference, write.by()),
                decided -> {
                    var moved = decided.state().transactions().stream()
                            .filter(known -> reference.equals(known.reference()))
                            .findFirst()
                            .orElseThrow();
                    return TransactionView.of(moved, decided.state().state());
                },
                decided -> decided.state().transactions().stream()
                        .filter(known -> reference.equals(known.reference()))
                        .findFirst()
                        .orElseThrow()
                        .id());
    }

    private ReceiveRepayment repayment(String loan, Repayment body, String reference, String by) {
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
        withinAuthority(body.amount());
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
                clock.instant());
    }

    private void withinAuthority(Money amount) {
        if (amount.amount().compareTo(settings.entryLimit()) > 0) {
            throw Refusal.of(
                            "authority-exceeded",
                            "More than one person may enter",
                            "Expected at most %s by one person; found %s. Let the bank report it, or raise tallystick.loan.entry-limit."
                                    .formatted(settings.entryLimit().toPlainString(), amount))
                    .asException();
        }
    }

    @Operation(
            operationId = "reverseTransaction",
            summary = "Take a transaction back",
            description = "As a returned debit does; what came after is restated.")
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
                    var today = days.today(loan(loan).jurisdiction());
                    if (body.date().isAfter(today)) {
                        throw ValueNotAllowed.at("/date", "in-the-future", "at most " + today, "" + body.date());
                    }
                    return new ReverseTransaction(
                            new LoanId(loan),
                            body.transaction(),
                            body.reason(),
                            body.date(),
                            days.today(loan(loan).jurisdiction()),
                            write.by(),
                            clock.instant());
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
