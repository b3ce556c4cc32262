package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.web.door.Readers;

/** Letters to borrowers over HTTP, as PDF: the same question gives the same bytes. */
@RestController
@Readers
@Tag(name = "Loans")
class LettersController {
    private final KnownLoans loans;
    private final BusinessDays days;

    LettersController(KnownLoans loans, BusinessDays days) {
        this.loans = loans;
        this.days = days;
    }

    @Operation(
            operationId = "getRepaymentPlan",
            summary = "The repayment plan as a letter",
            description = "PDF, in English or Chinese, as of a day and as known at an instant.")
    @GetMapping(path = "/api/v1/loans/{loan}/letters/repayment-plan", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] plan(
            @PathVariable String loan,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "EN") Words.Language language) {
        var is = loans.known(loan, knownAt).state();
        return Letters.repaymentPlan(is, days.orToday(asOf, is.jurisdiction()), Words.in(language))
                .pdf();
    }

    @Operation(
            operationId = "getStatement",
            summary = "The statement of account as a letter",
            description = "PDF, in English or Chinese: what moved by a day, and what is owed then.")
    @GetMapping(path = "/api/v1/loans/{loan}/statement", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] statement(
            @PathVariable String loan,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "EN") Words.Language language) {
        var is = loans.known(loan, knownAt).state();
        return Letters.statement(is, days.orToday(asOf, is.jurisdiction()), Words.in(language))
                .pdf();
    }

    @Operation(
            operationId = "getPayoffLetter",
            summary = "A payoff quote as a letter",
            description = "PDF, in English or Chinese.")
    @GetMapping(path = "/api/v1/loans/{loan}/payoff-quotes/{quote}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] payoff(
            @PathVariable String loan,
            @PathVariable String quote,
            @RequestParam(defaultValue = "EN") Words.Language language) {
        var is = loans.known(loan, null).state();
        return Letters.payoff(is, is.quote(quote).orElseThrow(), Words.in(language))
                .pdf();
    }
}
