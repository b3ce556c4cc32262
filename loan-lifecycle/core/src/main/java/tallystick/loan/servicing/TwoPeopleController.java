package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.loan.api.Change;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Money by hand that one person may not enter or take back alone: one proposes, another approves the change. */
@RestController
@Tag(name = "Loans")
class TwoPeopleController {
    private final Asking asking;
    private final Proposing proposing;

    TwoPeopleController(Asking asking) {
        this.asking = asking;
        proposing = new Proposing(asking);
    }

    record ProposedRepayment(Money amount, LocalDate valueDate, String reference, String reason) {}

    record ProposedReversal(int transaction, LocalDate date, String reason) {}

    @Operation(
            operationId = "proposeRepayment",
            summary = "Propose a repayment of a closed day",
            description = "It counts from its value date once another person has approved it; what later money paid is"
                    + " restated then.")
    @PostMapping("/api/v1/loans/{loan}/repayment-proposals")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> repayment(@PathVariable String loan, @RequestBody ProposedRepayment body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> new Change.EnterRepayment(
                        Asking.positive("/amount", body.amount(), is),
                        asking.past("/valueDate", body.valueDate(), is),
                        Asking.text("/reference", body.reference())),
                write);
    }

    @Operation(
            operationId = "proposeReversal",
            summary = "Propose to take money back that a bank reported",
            description = "Done when another person approves it; what came after is restated then.")
    @PostMapping("/api/v1/loans/{loan}/reversal-proposals")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> reversal(@PathVariable String loan, @RequestBody ProposedReversal body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> new Change.Reverse(body.transaction(), body.reason(), asking.past("/date", body.date(), is)),
                write);
    }
}
