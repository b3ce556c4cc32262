package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
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
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.LoanCommand.ApproveChange;
import tallystick.loan.api.LoanCommand.ChargeFee;
import tallystick.loan.api.LoanCommand.HoldLoan;
import tallystick.loan.api.LoanCommand.LiftHold;
import tallystick.loan.api.LoanCommand.ProposeChange;
import tallystick.loan.api.LoanCommand.WithdrawLoan;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Write;

/** What people change on a loan by hand, over HTTP. Above the authority of one person, another approves what was shown. */
@RestController
@Tag(name = "Loans")
class ChangesController {
    private static final String CONTEXT = "loan";
    private static final int LONGEST_TEXT = 500;

    private final Things things;
    private final BusinessDays days;
    private final ServicingSettings settings;
    private final InstantSource clock;

    ChangesController(Things things, BusinessDays days, ServicingSettings settings, InstantSource clock) {
        this.things = things;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    record FeeBody(FeeKind kind, String name, Money amount, LocalDate due) {}

    record AmountBody(Money amount, String reason) {}

    record RefundBody(Money amount, String reference, String reason) {}

    record ReasonBody(String reason) {}

    record ApprovalBody(String hash) {}

    record HoldBody(HoldReason why, String note) {}

    record NoteBody(String note) {}

    record FeeView(
            int nr,
            FeeKind kind,
            String name,
            String currency,
            BigDecimal amount,
            BigDecimal waived,
            LocalDate date,
            LocalDate due) {
        static FeeView of(Charge charge) {
            return new FeeView(
                    charge.nr(),
                    charge.kind(),
                    charge.name(),
                    charge.amount().currency().getCurrencyCode(),
                    charge.amount().amount(),
                    charge.waived().amount(),
                    charge.date(),
                    charge.due());
        }
    }

    record Fees(List<FeeView> items) {}

    record ChangeView(
            String id,
            String loan,
            String type,
            String state,
            @Nullable Money amount,
            String reason,
            LocalDate date,
            String by,
            @Nullable String approvedBy,
            String hash) {
        static ChangeView of(LoanId loan, Proposal proposal) {
            return new ChangeView(
                    proposal.id(),
                    loan.value(),
                    proposal.what()
                            .getClass()
                            .getSimpleName()
                            .replaceAll("(?<=.)([A-Z])", "_$1")
                            .toUpperCase(java.util.Locale.ROOT),
                    proposal.approvedBy() == null ? "PROPOSED" : "DONE",
                    amount(proposal.what()),
                    proposal.reason(),
                    proposal.date(),
                    proposal.by(),
                    proposal.approvedBy(),
                    proposal.hash());
        }

        private static @Nullable Money amount(Change what) {
            return switch (what) {
                case Change.WaiveFee waiver -> waiver.amount();
                case Change.RefundCredit refund -> refund.amount();
                case Change.Forgive forgiveness -> forgiveness.amount();
                case Change.ChargeOff _, Change.WriteOff _ -> null;
            };
        }
    }

    record Changes(List<ChangeView> items) {}

    @Operation(
            operationId = "chargeFee",
            summary = "Charge a fee or a penalty",
            description = "Owed with the row that holds its due date; what later money paid is restated.")
    @PostMapping("/api/v1/loans/{loan}/fees")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    ResponseEntity<byte[]> fee(@PathVariable String loan, @RequestBody FeeBody body, Write write) {
        var reference = write.derivedId("fee");
        return write.<Loan>create(
                CONTEXT,
                "fee",
                Loan.class,
                _ -> {
                    var is = loan(loan);
                    var today = days.today(is.jurisdiction());
                    return new ChargeFee(
                            is.id(),
                            reference,
                            body.kind(),
                            text("/name", body.name()),
                            positive("/amount", body.amount(), is),
                            from(is, today),
                            due(is, body.due()),
                            today,
                            write.by(),
                            clock.instant());
                },
                decided -> FeeView.of(charge(decided, reference)),
                decided -> Integer.toString(charge(decided, reference).nr()));
    }

    /** A charge cannot be of a day before the loan ran. */
    private static LocalDate from(Loan is, LocalDate today) {
        var since = is.activeSince();
        return since != null && today.isBefore(since) ? since : today;
    }

    private static LocalDate due(Loan is, LocalDate due) {
        var since = is.activeSince();
        if (since != null && (due.isBefore(since) || due.isAfter(since.plusYears(50)))) {
            throw ValueNotAllowed.at("/due", "not-allowed", "a day of the loan, from " + since, "" + due);
        }
        return due;
    }

    private static Charge charge(Decided<Loan> decided, String reference) {
        return decided.state().charges().stream()
                .filter(charge -> charge.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    @Operation(
            operationId = "listFees",
            summary = "Fees charged by hand",
            description = "With what was waived of each.")
    @GetMapping("/api/v1/loans/{loan}/fees")
    @Readers
    Fees fees(@PathVariable String loan) {
        return new Fees(loan(loan).charges().stream().map(FeeView::of).toList());
    }

    @Operation(
            operationId = "waiveFee",
            summary = "Waive a fee",
            description = "In whole or in part. Above the authority of one person another must approve.")
    @PostMapping("/api/v1/loans/{loan}/fees/{fee}/waiver")
    @Allowed(Role.FINANCE)
    ResponseEntity<byte[]> waive(
            @PathVariable String loan, @PathVariable int fee, @RequestBody AmountBody body, Write write) {
        return propose(
                loan, body.reason(), is -> new Change.WaiveFee(fee, positive("/amount", body.amount(), is)), write);
    }

    @Operation(
            operationId = "refundCredit",
            summary = "Pay a credit balance back",
            description = "The reference names the order to the borrower's bank.")
    @PostMapping("/api/v1/loans/{loan}/refunds")
    @Allowed(Role.FINANCE)
    ResponseEntity<byte[]> refund(@PathVariable String loan, @RequestBody RefundBody body, Write write) {
        return propose(
                loan,
                body.reason(),
                is -> new Change.RefundCredit(
                        positive("/amount", body.amount(), is), text("/reference", body.reference())),
                write);
    }

    @Operation(
            operationId = "chargeOff",
            summary = "Charge a loan off",
            description = "The loss is recognised, the debt stands; what is paid later is a recovery.")
    @PostMapping("/api/v1/loans/{loan}/charge-off")
    @Allowed(Role.FINANCE)
    ResponseEntity<byte[]> chargeOff(@PathVariable String loan, @RequestBody ReasonBody body, Write write) {
        return propose(loan, body.reason(), _ -> new Change.ChargeOff(), write);
    }

    @Operation(
            operationId = "writeOff",
            summary = "Write a loan off",
            description = "Off the balance sheet, claim kept. What is not charged off yet is charged off with it.")
    @PostMapping("/api/v1/loans/{loan}/write-off")
    @Allowed(Role.FINANCE)
    ResponseEntity<byte[]> writeOff(@PathVariable String loan, @RequestBody ReasonBody body, Write write) {
        return propose(loan, body.reason(), _ -> new Change.WriteOff(), write);
    }

    @Operation(
            operationId = "forgiveDebt",
            summary = "Let a borrower off a debt",
            description = "Only this reduces what is owed. Shared out as a payment is.")
    @PostMapping("/api/v1/loans/{loan}/forgiveness")
    @Allowed(Role.FINANCE)
    ResponseEntity<byte[]> forgive(@PathVariable String loan, @RequestBody AmountBody body, Write write) {
        return propose(loan, body.reason(), is -> new Change.Forgive(positive("/amount", body.amount(), is)), write);
    }

    /** What is asked for, once the loan is known. */
    @FunctionalInterface
    private interface Asked {
        Change of(Loan is);
    }

    private ResponseEntity<byte[]> propose(String loan, String reason, Asked what, Write write) {
        var id = write.derivedId("change");
        return write.<Loan>create(
                CONTEXT,
                "change",
                Loan.class,
                _ -> {
                    var is = loan(loan);
                    var today = days.today(is.jurisdiction());
                    return new ProposeChange(
                            is.id(),
                            id,
                            what.of(is),
                            text("/reason", reason),
                            new Money(is.zero().currency(), settings.aloneLimit()),
                            from(is, today),
                            today,
                            write.by(),
                            clock.instant());
                },
                decided -> view(decided, id),
                _ -> id);
    }

    private static ChangeView view(Decided<Loan> decided, String change) {
        return ChangeView.of(
                decided.state().id(), decided.state().proposal(change).orElseThrow());
    }

    @Operation(
            operationId = "approveChange",
            summary = "Approve a change",
            description = "By another person, for exactly what was shown.")
    @PostMapping("/api/v1/loans/{loan}/changes/{change}/approval")
    @Allowed({Role.FINANCE, Role.OPERATIONS})
    ResponseEntity<byte[]> approve(
            @PathVariable String loan, @PathVariable String change, @RequestBody ApprovalBody body, Write write) {
        return write.change(
                CONTEXT,
                loan,
                Loan.class,
                () -> new ApproveChange(
                        new LoanId(loan),
                        change,
                        body.hash(),
                        days.today(loan(loan).jurisdiction()),
                        write.by(),
                        clock.instant()),
                decided -> view(decided, change));
    }

    @Operation(
            operationId = "listChanges",
            summary = "Changes by hand",
            description = "What was proposed and who approved it.")
    @GetMapping("/api/v1/loans/{loan}/changes")
    @Readers
    Changes changes(@PathVariable String loan) {
        var is = loan(loan);
        return new Changes(is.proposals().stream()
                .map(proposal -> ChangeView.of(is.id(), proposal))
                .toList());
    }

    @Operation(
            operationId = "holdLoan",
            summary = "Put a loan on hold",
            description = "Stops debits, fees and dunning until it is lifted.")
    @PostMapping("/api/v1/loans/{loan}/hold")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    ResponseEntity<byte[]> hold(@PathVariable String loan, @RequestBody HoldBody body, Write write) {
        return write.change(
                CONTEXT,
                loan,
                Loan.class,
                () -> new HoldLoan(
                        new LoanId(loan), body.why(), text("/note", body.note()), write.by(), clock.instant()),
                this::shown);
    }

    @Operation(
            operationId = "liftHold",
            summary = "Lift a hold",
            description = "Only finance may; the loan goes on as before.")
    @PostMapping("/api/v1/loans/{loan}/hold/lifting")
    @Allowed(Role.FINANCE)
    ResponseEntity<byte[]> lift(@PathVariable String loan, @RequestBody NoteBody body, Write write) {
        return write.change(
                CONTEXT,
                loan,
                Loan.class,
                () -> new LiftHold(new LoanId(loan), text("/note", body.note()), write.by(), clock.instant()),
                this::shown);
    }

    @Operation(
            operationId = "withdrawLoan",
            summary = "Withdraw from a loan after its payout",
            description = "Within the cooling-off days: principal and the interest of the days it was used are owed.")
    @PostMapping("/api/v1/loans/{loan}/withdrawal")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    ResponseEntity<byte[]> withdraw(@PathVariable String loan, @RequestBody ReasonBody body, Write write) {
        return write.change(
                CONTEXT,
                loan,
                Loan.class,
                () -> new WithdrawLoan(
                        new LoanId(loan),
                        text("/reason", body.reason()),
                        days.today(loan(loan).jurisdiction()),
                        settings.coolingOffDays(),
                        write.by(),
                        clock.instant()),
                this::shown);
    }

    /** Rendered again for a repeat, so nothing of today may be in it. */
    record Flagged(String id, LoanState state, List<String> flags, long version) {}

    private Flagged shown(Decided<Loan> decided) {
        return new Flagged(
                decided.id(), decided.state().state(), decided.state().care().flags(), decided.version());
    }

    private static String text(String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ValueNotAllowed.at(pointer, "not-a-text", "1 to " + LONGEST_TEXT + " characters", "another length");
        }
        return text;
    }

    private static Money positive(String pointer, Money amount, Loan is) {
        if (!amount.currency().equals(is.zero().currency()) || !amount.isPositive()) {
            throw ValueNotAllowed.at(
                    pointer,
                    "not-allowed",
                    "an amount above zero in " + is.zero().currency(),
                    "" + amount);
        }
        return amount;
    }

    private Loan loan(String id) {
        return things.find(Loan.class, id).orElseThrow().state();
    }
}
