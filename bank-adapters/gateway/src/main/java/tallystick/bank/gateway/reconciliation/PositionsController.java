package tallystick.bank.gateway.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.gateway.reconciliation.PositionDays.PositionDay;
import tallystick.bank.gateway.reconciliation.StatementsController.DayBody;
import tallystick.bank.gateway.reconciliation.StatementsController.TakenView;
import tallystick.kernel.BankId;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Where banks say that loans stand, compared with where we say so, over HTTP. */
@RestController
@Tag(name = "Banks")
class PositionsController {
    private final Banks banks;
    private final PositionDays days;
    private final PositionReconciler reconciler;
    private final InstantSource clock;

    PositionsController(Banks banks, PositionDays days, PositionReconciler reconciler, InstantSource clock) {
        this.banks = banks;
        this.days = days;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    @Operation(
            operationId = "takePositions",
            summary = "Compare a bank's loan file now",
            description = "It is compared by itself once the day and its statement are there; this asks at once. A"
                    + " difference that is a case already opens no second one.")
    @PostMapping("/api/v1/banks/{bank}/positions")
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
            operationId = "listPositions",
            summary = "Daily comparisons of a bank's loan file, newest first",
            description =
                    "How many loans the file names, how many agree, and how many differ in principal, interest, days"
                            + " past due or standing, are only ours or only theirs. Each difference is a break.")
    @GetMapping("/api/v1/banks/{bank}/positions")
    @Readers
    @Filters
    ResponseEntity<Page<PositionDay>> list(@PathVariable String bank, Listing listing) {
        var page = listing.by(new Column("day", "date"));
        return listing.answer(days.list(page, bank), row -> List.of(row.day().toString()), row -> row);
    }
}
