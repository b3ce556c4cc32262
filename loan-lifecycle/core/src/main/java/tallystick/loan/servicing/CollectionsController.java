package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.api.BankCommand.Instruct;
import tallystick.bank.api.Order;
import tallystick.kernel.InstructionId;
import tallystick.kernel.Money;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.decide.Things;
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
    private final Things things;
    private final Commands commands;
    private final BusinessDays days;
    private final InstantSource clock;

    CollectionsController(Things things, Commands commands, BusinessDays days, InstantSource clock) {
        this.things = things;
        this.commands = commands;
        this.days = days;
        this.clock = clock;
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

    /** Nobody is debited more than a payoff on that day would take, nor on a day that is out of all reason. */
    private void sane(Loan is, Debit body) {
        var today = days.today(is.booked().jurisdiction());
        if (body.due().isBefore(today.minusYears(1)) || body.due().isAfter(today.plusYears(1))) {
            throw ValueNotAllowed.at(
                    "/due",
                    "not-allowed",
                    "a day within a year of " + today,
                    body.due().toString());
        }
        var most = Standing.of(is)
                .payoff(body.due().isAfter(today) ? body.due() : today)
                .total();
        if (body.amount().isMoreThan(most)) {
            throw ValueNotAllowed.at("/amount", "more-than-owed", "at most " + most, "" + body.amount());
        }
    }

    private Said ordered(String loan, Debit body, InstructionId id, String by) {
        var is = things.find(Loan.class, loan).orElseThrow().state();
        if (!body.amount().currency().equals(is.zero().currency())
                || !body.amount().isPositive()) {
            throw ValueNotAllowed.at(
                    "/amount",
                    "not-allowed",
                    "an amount above zero in " + is.zero().currency(),
                    "" + body.amount());
        }
        if (is.state() != LoanState.ACTIVE) {
            throw Refusals.notActive(is);
        }
        sane(is, body);
        var account = is.legs().getFirst().payee().account();
        commands.send(
                new Instruct(
                        id,
                        is.booked().bank(),
                        new Order.Collect(is.id(), body.amount(), body.due(), account),
                        clock.instant()),
                Origin.of(by));
        return Said.json(
                201,
                java.util.Map.of("Location", "/api/v1/instructions/" + id),
                new Ordered(id.value(), loan, body.amount(), body.due()));
    }
}
