package tallystick.bank.gateway.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.banks.Bank;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.reconciliation.Statements.Day;
import tallystick.kernel.BankId;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Statements of banks, compared with what we believe, over HTTP. */
@RestController
@Tag(name = "Banks", description = "What was ordered of banks, what they say of it, and what is in doubt.")
class StatementsController {
    private final Banks banks;
    private final Statements statements;
    private final Reconciler reconciler;
    private final InstantSource clock;

    StatementsController(Banks banks, Statements statements, Reconciler reconciler, InstantSource clock) {
        this.banks = banks;
        this.statements = statements;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    record DayBody(LocalDate day) {
        /** The day, if it is over at the bank and not older than a year. */
        LocalDate over(Bank bank, Instant now) {
            var today = bank.hours().day(now);
            if (!day.isBefore(today) || day.isBefore(today.minusYears(1))) {
                throw ValueNotAllowed.at("/day", "not-over", "a day of the last year that is over", day.toString());
            }
            return day;
        }
    }

    /** What became of the wish for a day. */
    record TakenView(String bank, LocalDate day, boolean taken, String says) {}

    @Operation(
            operationId = "takeStatement",
            summary = "Take a bank's statement now",
            description =
                    "It is taken by itself after the day is over; this asks at once, for instance after a bank has"
                            + " mended its file. Taking a day again changes nothing.")
    @PostMapping("/api/v1/banks/{bank}/statements")
    @Allowed(Role.OPERATIONS)
    @Shows(value = TakenView.class, versioned = false)
    ResponseEntity<byte[]> take(@PathVariable String bank, @RequestBody DayBody body, Write write) {
        return write.once(() -> {
            var its = banks.get(new BankId(bank));
            var not = reconciler.take(its, body.over(its, clock.instant()));
            var view = new TakenView(bank, body.day(), not.isEmpty(), not.orElse("Compared."));
            return Said.json(200, Map.of(), view);
        });
    }

    @Operation(
            operationId = "listStatements",
            summary = "Daily reports of a bank, newest first",
            description = "What each statement came to: matched, amount differs, another day, only ours, only theirs,"
                    + " and repayments that customers made at the bank. What does not fit is a break.")
    @GetMapping("/api/v1/banks/{bank}/statements")
    @Readers
    @Filters
    ResponseEntity<Page<Day>> list(@PathVariable String bank, Listing listing) {
        var page = listing.by(new Column("day", "date"));
        return listing.answer(
                statements.list(page, bank), row -> List.of(row.day().toString()), row -> row);
    }
}
