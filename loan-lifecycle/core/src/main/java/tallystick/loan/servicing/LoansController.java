package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;

/** Looks at loans over HTTP: now, as of a business date, and as known at an instant. */
@RestController
@Readers
@Tag(name = "Loans", description = "From payout to the last cent.")
class LoansController {
    private final KnownLoans loans;
    private final BusinessDays days;
    private final InstantSource clock;
    private final ThingLists lists;

    LoansController(KnownLoans loans, BusinessDays days, InstantSource clock, ThingLists lists) {
        this.lists = lists;
        this.loans = loans;
        this.days = days;
        this.clock = clock;
    }

    @Operation(
            operationId = "getLoan",
            summary = "One loan",
            description = "asOf is a business date, knownAt an instant; both are now when absent.")
    @GetMapping("/api/v1/loans/{loan}")
    ResponseEntity<LoanView> one(
            @PathVariable String loan,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        var found = loans.known(loan, knownAt);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(view(found, asOf, knownAt));
    }

    private LoanView view(Decided<Loan> found, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        return LoanView.of(
                found.state(),
                found.version(),
                days.orToday(asOf, found.state().jurisdiction()),
                knownAt == null ? clock.instant() : knownAt);
    }

    @Operation(
            operationId = "getLoanSchedule",
            summary = "The rows of a loan",
            description = "What falls due when, what has been paid of it, and how each row stands.")
    @GetMapping("/api/v1/loans/{loan}/schedule")
    ScheduleView schedule(
            @PathVariable String loan,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        var found = loans.known(loan, knownAt).state();
        return ScheduleView.of(found, days.orToday(asOf, found.jurisdiction()));
    }

    @Operation(
            operationId = "listTransactions",
            summary = "What moved on a loan",
            description = "Payouts, repayments and reversals, the newest first; of value dates up to asOf, as known at"
                    + " knownAt.")
    @GetMapping("/api/v1/loans/{loan}/transactions")
    @Filters({"asOf", "knownAt"})
    ResponseEntity<Page<TransactionView>> transactions(
            @PathVariable String loan,
            Listing listing,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        var is = loans.known(loan, knownAt).state();
        var newest = new ArrayList<>(is.transactions()).reversed();
        var page = listing.by(new Column("nr", "bigint"));
        var after = page.params().get("after0");
        var rows = newest.stream()
                .filter(moved -> asOf == null || !moved.valueDate().isAfter(asOf))
                .filter(moved -> after == null || moved.nr() < Long.parseLong(String.valueOf(after)))
                .toList();
        return listing.answer(rows, moved -> List.of(moved.id()), moved -> TransactionView.of(moved, is.state()));
    }

    @Operation(operationId = "listLoans", summary = "Loans", description = "The newest first.")
    @GetMapping("/api/v1/loans")
    @Filters(
            value = {"application", "product"},
            words = @Words(value = "state", of = LoanState.class))
    ResponseEntity<Page<LoanView>> list(Listing listing) {
        return lists.page(
                listing,
                "loan.loans_v1",
                "booked_at",
                Loan.class,
                found -> view(found, null, null),
                "state",
                "application",
                "product");
    }

    @Operation(
            operationId = "getPayoffQuote",
            summary = "One payoff quote",
            description = "What was quoted, and whether it still stands.")
    @GetMapping("/api/v1/loans/{loan}/payoff-quotes/{quote}")
    PayoffView quote(@PathVariable String loan, @PathVariable String quote) {
        var is = loans.known(loan, null).state();
        var known = is.quote(quote).orElseThrow();
        return PayoffView.of(is.id(), known, PayoffView.state(is, known, days.today(is.jurisdiction())));
    }
}
