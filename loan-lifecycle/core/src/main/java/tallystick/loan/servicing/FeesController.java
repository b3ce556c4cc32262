package tallystick.loan.servicing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.loan.api.FeeKind;
import tallystick.loan.api.LoanCommand.ChargeFee;
import tallystick.loan.api.LoanEvent;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Fees and penalties beside the contract's rows over HTTP: those that people charge, and late fees. */
@RestController
@Tag(name = "Loans")
class FeesController {
    private static final int LONGEST_YEARS = 50;

    private final Asking asking;

    FeesController(Asking asking) {
        this.asking = asking;
    }

    record FeeBody(FeeKind kind, String name, Money amount, LocalDate due) {}

    record FeeView(
            int nr,
            FeeKind kind,
            String name,
            String currency,
            BigDecimal amount,
            BigDecimal waived,
            LocalDate date,
            LocalDate due,
            @Nullable LateFee late) {
        static FeeView of(Charge charge) {
            return new FeeView(
                    charge.nr(),
                    charge.kind(),
                    charge.name(),
                    charge.amount().currency().getCurrencyCode(),
                    charge.amount().amount(),
                    charge.waived().amount(),
                    charge.date(),
                    charge.due(),
                    charge.late() == null ? null : LateFee.of(charge.late()));
        }
    }

    /**
     * @param row due on this day
     * @param left to pay of the row when its days of grace were over
     * @param asked by the contract
     * @param cap that allowed less; null where all is charged
     */
    record LateFee(
            LocalDate row,
            BigDecimal left,
            BigDecimal asked,
            @Nullable String cap) {
        static LateFee of(LoanEvent.Late late) {
            return new LateFee(late.row(), late.left().amount(), late.asked().amount(), late.cap());
        }
    }

    record Fees(List<FeeView> items) {}

    @Operation(
            operationId = "chargeFee",
            summary = "Charge a fee or a penalty",
            description = "Owed with the row that holds its due date; what later money paid is restated.")
    @PostMapping("/api/v1/loans/{loan}/fees")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(FeeView.class)
    ResponseEntity<byte[]> fee(@PathVariable String loan, @RequestBody FeeBody body, Write write) {
        var reference = write.derivedId("fee");
        return write.<Loan>create(
                "loan",
                "fee",
                Loan.class,
                _ -> {
                    var is = asking.loan(loan);
                    return new ChargeFee(
                            is.id(),
                            reference,
                            body.kind(),
                            Asking.text("/name", body.name()),
                            Asking.positive("/amount", body.amount(), is),
                            asking.dayOf(is),
                            due(is, body.due()),
                            asking.today(is),
                            write.by(),
                            asking.now());
                },
                decided -> FeeView.of(charge(decided, reference)),
                decided -> Integer.toString(charge(decided, reference).nr()));
    }

    private static LocalDate due(Loan is, LocalDate due) {
        var since = is.activeSince();
        if (since != null && (due.isBefore(since) || due.isAfter(since.plusYears(LONGEST_YEARS)))) {
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
            summary = "Fees charged by hand, and late fees",
            description = "With what was waived of each, and what a late fee follows from.")
    @GetMapping("/api/v1/loans/{loan}/fees")
    @Readers
    Fees fees(@PathVariable String loan) {
        return new Fees(asking.loan(loan).charges().stream().map(FeeView::of).toList());
    }
}
