package tallystick.bank.gateway.instruction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.banks.BankSight;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.kernel.Money;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Caller;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Holding;

/** Instructions over HTTP. A bank reads its own. */
@RestController
@Tag(name = "Banks")
@Allowed({
    Role.OFFICER,
    Role.UNDERWRITER,
    Role.SENIOR_UNDERWRITER,
    Role.RISK_AUTHOR,
    Role.RISK_APPROVER,
    Role.OPERATIONS,
    Role.FINANCE,
    Role.AUDITOR,
    Role.ADMIN,
    Role.BANK,
    Role.SERVICE
})
class InstructionsController {
    private final InstructionTable table;
    private final BankSight sight;
    private final Holding holding;

    InstructionsController(InstructionTable table, BankSight sight, Holding holding) {
        this.table = table;
        this.sight = sight;
        this.holding = holding;
    }

    /** An instruction as anybody may see it: without whom it pays. */
    record InstructionView(
            String id,
            String kind,
            String bank,
            State state,
            Money amount,
            @Nullable String loan,
            @Nullable String bankReference,
            Instant since,
            int attempts,
            @Nullable Instant nextQueryAt,
            @Nullable Instant heldUntil) {
        static InstructionView of(Row row) {
            var loan = row.order().loan();
            return new InstructionView(
                    row.id().value(),
                    row.order().kind(),
                    row.bank().value(),
                    row.state(),
                    row.order().amount(),
                    loan == null ? null : loan.value(),
                    row.bankReference(),
                    row.since(),
                    row.attempts(),
                    row.state().isWaiting() ? row.dueAt() : null,
                    row.heldUntil());
        }
    }

    @Operation(
            operationId = "getInstruction",
            summary = "One order to a bank",
            description = "How far it has come. Prefer: wait=n holds the answer until the bank's last word is known.")
    @GetMapping("/api/v1/instructions/{instruction}")
    ResponseEntity<InstructionView> one(
            @PathVariable String instruction,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return holding.hold(
                prefer,
                () -> InstructionView.of(table.find(instruction).orElseThrow()),
                view -> view.state().isFinal());
    }

    @Operation(
            operationId = "listInstructions",
            summary = "Orders to banks, newest first",
            description = "What was ordered and how far each order has come.")
    @GetMapping("/api/v1/instructions")
    @Filters(
            value = {"bank", "loan"},
            words = @Words(value = "state", of = State.class))
    ResponseEntity<Page<InstructionView>> list(Listing listing, Caller caller) {
        var page = listing.by(new Column("committed_at", "timestamptz"), new Column("id", "text"));
        var rows = table.list(
                page,
                listing.filter("state").orElse(null),
                listing.filter("bank").orElse(null),
                listing.filter("loan").orElse(null),
                sight.of(caller));
        return listing.answer(
                rows, row -> List.of(row.committedAt().toString(), row.id().value()), InstructionView::of);
    }
}
