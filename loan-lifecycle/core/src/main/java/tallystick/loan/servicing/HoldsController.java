package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.LoanId;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.LiftHold;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What stops a loan, for a while or for good, over HTTP. */
@RestController
@Tag(name = "Loans")
class HoldsController {
    private final Asking asking;

    HoldsController(Asking asking) {
        this.asking = asking;
    }

    record HoldBody(HoldReason why, String note) {}

    record NoteBody(String note) {}

    record LiftBody(String reason) {}

    @Operation(
            operationId = "holdLoan",
            summary = "Put a loan on hold",
            description = "Stops debits, fees and dunning until it is lifted.")
    @PostMapping("/api/v1/loans/{loan}/hold")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(Flagged.class)
    ResponseEntity<byte[]> hold(@PathVariable String loan, @RequestBody HoldBody body, Write write) {
        return write.change(
                "loan",
                loan,
                Loan.class,
                () -> new HoldLoan(
                        new LoanId(loan), body.why(), Asking.text("/note", body.note()), write.by(), asking.now()),
                this::shown);
    }

    @Operation(
            operationId = "liftHold",
            summary = "Lift a hold",
            description = "Only finance may; the loan goes on as before.")
    @PostMapping("/api/v1/loans/{loan}/hold/lifting")
    @Allowed(Role.FINANCE)
    @Shows(Flagged.class)
    ResponseEntity<byte[]> lift(@PathVariable String loan, @RequestBody NoteBody body, Write write) {
        return write.change(
                "loan",
                loan,
                Loan.class,
                () -> new LiftHold(new LoanId(loan), Asking.text("/note", body.note()), write.by(), asking.now()),
                this::shown);
    }

    @Operation(
            operationId = "withdrawLoan",
            summary = "Withdraw from a loan after its payout",
            description =
                    "Within the cooling-off days of its product and law: principal and the interest of the days it was"
                            + " used are owed, at once or in parts.")
    @PostMapping("/api/v1/loans/{loan}/withdrawal")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(Flagged.class)
    ResponseEntity<byte[]> withdraw(@PathVariable String loan, @RequestBody LiftBody body, Write write) {
        return write.change(
                "loan",
                loan,
                Loan.class,
                () -> new WithdrawLoan(
                        new LoanId(loan),
                        Asking.text("/reason", body.reason()),
                        asking.today(asking.loan(loan)),
                        asking.settings().coolingOffDays(),
                        write.by(),
                        asking.now()),
                this::shown);
    }

    /** Rendered again for a repeat, so nothing of today may be in it. */
    record Flagged(String id, LoanState state, List<String> flags, long version) {}

    private Flagged shown(Decided<Loan> decided) {
        return new Flagged(
                decided.id(), decided.state().state(), decided.state().flags(), decided.version());
    }
}
