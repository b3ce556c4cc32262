package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Rate;
import tallystick.loan.api.Change;
import tallystick.loan.api.NewTerms;
import tallystick.loan.api.Terms.Amortization;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What people agree anew with a borrower, over HTTP. Where more is owed than one person may change, another approves. */
@RestController
@Tag(name = "Loans")
class TermsController {
    private static final int LAST_DAY = 28;
    private static final int MOST_PAUSED = 12;
    private static final int MOST_ROWS = 600;
    private static final int LONGEST_YEARS = 50;

    private final Asking asking;
    private final Proposing proposing;

    TermsController(Asking asking) {
        this.asking = asking;
        proposing = new Proposing(asking);
    }

    record RestructureBody(
            @Nullable Rate annualRate,
            @Nullable List<LocalDate> dueDates,
            @Nullable Amortization amortization,
            @Nullable Boolean capitalizeArrears,
            String reason) {
        NewTerms terms() {
            return new NewTerms(
                    NewTerms.Kind.RESTRUCTURE,
                    annualRate,
                    dueDates,
                    amortization,
                    Boolean.TRUE.equals(capitalizeArrears));
        }

        boolean changesNothing() {
            return annualRate == null
                    && dueDates == null
                    && amortization == null
                    && !Boolean.TRUE.equals(capitalizeArrears);
        }
    }

    record DueDatesBody(@Nullable Integer day, @Nullable List<LocalDate> dueDates, String reason) {}

    record HolidayBody(int rows, String reason) {}

    @Operation(
            operationId = "restructureLoan",
            summary = "Restructure a loan",
            description =
                    "Another rate, other due dates, another amortization of what is to come; arrears stay due or become"
                            + " principal. What is left out stays as it was.")
    @PostMapping("/api/v1/loans/{loan}/restructures")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> restructure(@PathVariable String loan, @RequestBody RestructureBody body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> {
                    if (body.changesNothing()) {
                        throw ValueNotAllowed.at("", "nothing-changed", "something that changes", "nothing");
                    }
                    return new Change.ChangeTerms(sane(body.terms(), asking.dayOf(is)));
                },
                write);
    }

    @Operation(
            operationId = "changeDueDates",
            summary = "Change the due dates",
            description =
                    "To another day of the month, from 1 to 28, or to dates one by one. What is due already stays due.")
    @PostMapping("/api/v1/loans/{loan}/due-dates")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> dueDates(@PathVariable String loan, @RequestBody DueDatesBody body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> {
                    var dates = dates(body, is);
                    return new Change.ChangeTerms(sane(NewTerms.on(NewTerms.Kind.DUE_DATES, dates), asking.dayOf(is)));
                },
                write);
    }

    private List<LocalDate> dates(DueDatesBody body, Loan is) {
        var day = body.day();
        if ((day == null) == (body.dueDates() == null) || (day != null && (day < 1 || day > LAST_DAY))) {
            throw ValueNotAllowed.at(
                    "/day", "not-allowed", "a day from 1 to 28, or dueDates in its place", String.valueOf(day));
        }
        return day == null
                ? java.util.Objects.requireNonNull(body.dueDates())
                : RowsToCome.of(is, asking.dayOf(is)).onDay(day);
    }

    @Operation(
            operationId = "grantPaymentHoliday",
            summary = "Grant a payment holiday",
            description =
                    "Each row to come falls due so many rows later. Interest runs on, and is paid with the first of"
                            + " them.")
    @PostMapping("/api/v1/loans/{loan}/payment-holidays")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> holiday(@PathVariable String loan, @RequestBody HolidayBody body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> {
                    if (body.rows() < 1 || body.rows() > MOST_PAUSED) {
                        throw ValueNotAllowed.at("/rows", "not-allowed", "1 to " + MOST_PAUSED, "" + body.rows());
                    }
                    var today = asking.dayOf(is);
                    var dates = RowsToCome.of(is, today).paused(body.rows());
                    return new Change.ChangeTerms(sane(NewTerms.on(NewTerms.Kind.PAYMENT_HOLIDAY, dates), today));
                },
                write);
    }

    /** What the engine would take days to say no to. */
    private static NewTerms sane(NewTerms to, LocalDate today) {
        var dates = to.dueDates();
        if (dates != null
                && (dates.isEmpty()
                        || dates.size() > MOST_ROWS
                        || !dates.getFirst().isAfter(today)
                        || dates.getLast().isAfter(today.plusYears(LONGEST_YEARS)))) {
            throw ValueNotAllowed.at(
                    "/dueDates",
                    "not-allowed",
                    "1 to %d days after %s, within %d years".formatted(MOST_ROWS, today, LONGEST_YEARS),
                    "others");
        }
        return to;
    }
}
