package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.Change;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.Owed;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What people change of a debt by hand, over HTTP. Above the authority of one person, another approves what was shown. */
@RestController
@Tag(name = "Loans")
class ChangesController {
    private final Asking asking;
    private final Proposing proposing;

    ChangesController(Asking asking) {
        this.asking = asking;
        proposing = new Proposing(asking);
    }

    record AmountBody(Money amount, String reason) {}

    record ForgivenessBody(Money amount, @Nullable Owed component, String reason) {}

    /** @param reference of the order outside that pays it; null where the bank is to be ordered to */
    record RefundBody(Money amount, @Nullable String reference, String reason) {
        Change of(Loan is) {
            return new Change.RefundCredit(
                    Asking.positive("/amount", amount, is),
                    reference == null ? null : Asking.text("/reference", reference));
        }
    }

    record ReasonBody(String reason) {}

    record ApprovalBody(String hash) {}

    record Changes(List<ChangeView> items) {}

    @Operation(
            operationId = "waiveFee",
            summary = "Waive a fee",
            description = "In whole or in part. Above the authority of one person another must approve.")
    @PostMapping("/api/v1/loans/{loan}/fees/{fee}/waiver")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> waive(
            @PathVariable String loan, @PathVariable int fee, @RequestBody AmountBody body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> new Change.WaiveFee(fee, Asking.positive("/amount", body.amount(), is)),
                write);
    }

    @Operation(
            operationId = "refundCredit",
            summary = "Pay a credit balance back",
            description =
                    "The loan's bank is ordered to, once, when two people agree, no more than banks have told of, and"
                        + " pays to the account to which the borrower was paid; see `instruction`. What it refuses or"
                        + " sends back is credit again. With a reference the money is paid by an order outside, and"
                        + " none is given.")
    @PostMapping("/api/v1/loans/{loan}/refunds")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> refund(@PathVariable String loan, @RequestBody RefundBody body, Write write) {
        return proposing.propose(loan, body.reason(), body::of, write);
    }

    @Operation(
            operationId = "chargeOff",
            summary = "Charge a loan off",
            description = "The loss is recognised, the debt stands; what is paid later is a recovery.")
    @PostMapping("/api/v1/loans/{loan}/charge-off")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> chargeOff(@PathVariable String loan, @RequestBody ReasonBody body, Write write) {
        return proposing.propose(loan, body.reason(), _ -> new Change.ChargeOff(), write);
    }

    @Operation(
            operationId = "writeOff",
            summary = "Write a loan off",
            description = "Off the balance sheet, claim kept. What is not charged off yet is charged off with it.")
    @PostMapping("/api/v1/loans/{loan}/write-off")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> writeOff(@PathVariable String loan, @RequestBody ReasonBody body, Write write) {
        return proposing.propose(loan, body.reason(), _ -> new Change.WriteOff(), write);
    }

    @Operation(
            operationId = "forgiveDebt",
            summary = "Let a borrower off a debt",
            description =
                    "Only this reduces what is owed. Of one component, such as PENALTY, or shared out as a payment is.")
    @PostMapping("/api/v1/loans/{loan}/forgiveness")
    @Allowed(Role.FINANCE)
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> forgive(@PathVariable String loan, @RequestBody ForgivenessBody body, Write write) {
        return proposing.propose(
                loan,
                body.reason(),
                is -> new Change.Forgive(Asking.positive("/amount", body.amount(), is), body.component()),
                write);
    }

    @Operation(
            operationId = "approveChange",
            summary = "Approve a change",
            description =
                    "By another person, for exactly what was shown. Of what was bought back and FAILED, since the bank"
                            + " has not taken the price, the price is ordered again.")
    @PostMapping("/api/v1/loans/{loan}/changes/{change}/approval")
    @Allowed({Role.FINANCE, Role.OPERATIONS})
    @Shows(ChangeView.class)
    ResponseEntity<byte[]> approve(
            @PathVariable String loan, @PathVariable String change, @RequestBody ApprovalBody body, Write write) {
        return write.change(
                "loan",
                loan,
                Loan.class,
                () -> new ApproveChange(
                        new LoanId(loan),
                        change,
                        body.hash(),
                        asking.today(asking.loan(loan)),
                        write.by(),
                        asking.now()),
                decided -> proposing.view(decided, change));
    }

    @Operation(
            operationId = "listChanges",
            summary = "Changes by hand",
            description = "What was proposed and who approved it.")
    @GetMapping("/api/v1/loans/{loan}/changes")
    @Readers
    Changes changes(@PathVariable String loan) {
        var is = asking.loan(loan);
        return new Changes(is.proposals().stream()
                .map(proposal -> asking.shown(is.id(), proposal))
                .toList());
    }
}
