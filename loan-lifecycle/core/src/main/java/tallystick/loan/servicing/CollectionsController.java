package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.loan.api.LoanCommand.OrderDebit;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Direct debits over HTTP, ordered by hand. */
@RestController
@Tag(name = "Loans")
class CollectionsController {
    private final Asking asking;
    private final Commands commands;

    CollectionsController(Asking asking, Commands commands) {
        this.asking = asking;
        this.commands = commands;
    }

    record Debit(Money amount, LocalDate due) {}

    record Ordered(String instruction, String loan, Money amount, LocalDate due) {}

    @Operation(
            operationId = "orderCollection",
            summary = "Order a direct debit",
            description = "The bank collects; what it collected becomes a repayment when the bank confirms.")
    @PostMapping("/api/v1/loans/{loan}/collections")
    @Allowed(Role.OPERATIONS)
    @Shows(value = Ordered.class, versioned = false)
    ResponseEntity<byte[]> order(@PathVariable String loan, @RequestBody Debit body, Write write) {
        return write.once(
                () -> ordered(loan, body, new InstructionId(write.derivedId(InstructionId.KIND)), write.by()));
    }

    /** No debit on a day that is out of all reason. */
    private void sane(Loan is, Debit body, LocalDate today) {
        if (body.due().isBefore(today.minusYears(1)) || body.due().isAfter(today.plusYears(1))) {
            throw ValueNotAllowed.at(
                    "/due",
                    "not-allowed",
                    "a day within a year of " + today,
                    body.due().toString());
        }
        Asking.positive("/amount", body.amount(), is);
    }

    private Said ordered(String loan, Debit body, InstructionId id, String by) {
        var is = asking.loan(loan);
        var today = asking.today(is);
        sane(is, body, today);
        commands.send(new OrderDebit(is.id(), id, body.amount(), body.due(), today, by, asking.now()), Origin.of(by));
        return Said.json(
                201,
                java.util.Map.of("Location", "/api/v1/instructions/" + id),
                new Ordered(id.value(), loan, body.amount(), body.due()));
    }
}
