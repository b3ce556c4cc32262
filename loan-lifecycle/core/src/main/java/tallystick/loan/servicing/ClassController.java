package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.api.Change;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** The regulatory class of a loan over HTTP: it follows from how late the loan is, unless two people said otherwise. */
@RestController
@Tag(name = "Loans")
class ClassController {
    private final KnownLoans loans;
    private final BusinessDays days;
    private final Proposing proposing;
    private final RegulatoryClasses classes = RegulatoryClasses.shipped();

    ClassController(KnownLoans loans, BusinessDays days, Asking asking) {
        this.loans = loans;
        this.days = days;
        proposing = new Proposing(asking);
    }

    /** @param regulatoryClass null to go back to the one that the rules give */
    record ProposedClass(@Nullable String regulatoryClass, String reason) {}

    /**
     * @param regulatoryClass such as {@code SUBSTANDARD} or {@code STAGE_3}
     * @param change by which two people gave it; null where the rules do
     */
    record ClassView(
            String loan,
            LocalDate asOf,
            String regulatoryClass,
            long overdueDays,
            LocalDate validFrom,
            String source,
            @Nullable String change) {}

    @Operation(
            operationId = "getRegulatoryClass",
            summary = "The regulatory class of a loan",
            description = "By the days past due on a business date and the rules of that date, with where they stand;"
                    + " or as two people gave it.")
    @GetMapping("/api/v1/loans/{loan}/regulatory-class")
    @Readers
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
        var given = RegulatoryClasses.given(is, day);
        return new ClassView(
                is.id().value(),
                day,
                given.map(RegulatoryClasses::name).orElse(rule.name()),
                late,
                rule.validFrom(),
                given.map(Proposal::reason).orElse(rule.source()),
                given.map(Proposal::id).orElse(null));
    }

    @Operation(
            operationId = "proposeRegulatoryClass",
            summary = "Propose another regulatory class",
            description = "It counts instead of the one that the rules give once another person has approved it.")
    @PostMapping("/api/v1/loans/{loan}/regulatory-class-proposals")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> propose(@PathVariable String loan, @RequestBody ProposedClass body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> new Change.Classify(known(body.regulatoryClass(), is.jurisdiction())),
                write);
    }

    private @Nullable String known(@Nullable String name, String jurisdiction) {
        var names = classes.names(jurisdiction);
        if (name != null && !names.contains(name)) {
            throw ValueNotAllowed.at("/regulatoryClass", "unknown", "one of " + names, "another text");
        }
        return name;
    }
}
