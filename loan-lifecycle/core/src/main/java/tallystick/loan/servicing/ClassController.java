package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.web.door.Readers;

/** The regulatory class of a loan over HTTP: never stored, since it follows from how late the loan is. */
@RestController
@Readers
@Tag(name = "Loans")
class ClassController {
    private final KnownLoans loans;
    private final BusinessDays days;
    private final RegulatoryClasses classes = RegulatoryClasses.shipped();

    ClassController(KnownLoans loans, BusinessDays days) {
        this.loans = loans;
        this.days = days;
    }

    /** @param regulatoryClass such as {@code SUBSTANDARD} or {@code STAGE_3} */
    record ClassView(
            String loan,
            LocalDate asOf,
            String regulatoryClass,
            long overdueDays,
            LocalDate validFrom,
            String source) {}

    @Operation(
            operationId = "getRegulatoryClass",
            summary = "The regulatory class of a loan",
            description = "By the days past due on a business date and the rules of that date, with where they stand.")
    @GetMapping("/api/v1/loans/{loan}/regulatory-class")
    ClassView of(
            @PathVariable String loan,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt) {
        var is = loans.known(loan, knownAt).state();
        var day = days.orToday(asOf, is.jurisdiction());
        var late = is.state() == LoanState.ACTIVE && is.activeSince() != null
                ? Lateness.days(Standing.of(is).on(day))
                : 0;
        var rule = classes.of(is.jurisdiction(), late, day);
        return new ClassView(is.id().value(), day, rule.name(), late, rule.validFrom(), rule.source());
    }
}
