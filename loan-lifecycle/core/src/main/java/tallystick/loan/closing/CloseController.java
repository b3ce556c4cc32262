package tallystick.loan.closing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Refusal;
import tallystick.loan.api.DayCounts;
import tallystick.loan.closing.CloseTable.Close;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.operations.OperationView;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Business days and their closes over HTTP. */
@RestController
@Tag(name = "Business days", description = "Which day it is, and which are closed.")
class CloseController {
    private final BusinessDays days;
    private final CloseTable closes;
    private final Operations operations;

    CloseController(BusinessDays days, CloseTable closes, Operations operations) {
        this.days = days;
        this.closes = closes;
        this.operations = operations;
    }

    record Day(
            String jurisdiction,
            LocalDate businessDate,
            boolean open,
            @Nullable LocalDate lastClosed,
            String calendar,
            @Nullable String running) {}

    @Operation(
            operationId = "getBusinessDay",
            summary = "The business date of a jurisdiction",
            description = "The first day that is not closed, and the close that runs.")
    @GetMapping("/api/v1/business-days/{jurisdiction}")
    @Readers
    Day day(@PathVariable String jurisdiction) {
        var running = days.running(jurisdiction);
        return new Day(
                jurisdiction,
                days.businessDate(jurisdiction),
                running == null,
                days.lastClosed(jurisdiction),
                jurisdiction,
                running == null ? null : new Close(jurisdiction, running, false).id());
    }

    record CloseBody(
            LocalDate date,
            @Nullable Boolean dryRun,
            @Nullable Boolean catchUp) {
        boolean isDry() {
            return Boolean.TRUE.equals(dryRun);
        }

        boolean catchesUp() {
            return Boolean.TRUE.equals(catchUp);
        }
    }

    record Step(String name, long done, long total) {}

    record CloseView(
            String id,
            String jurisdiction,
            LocalDate date,
            String state,
            boolean dryRun,
            List<Step> steps,
            DayCounts counts) {
        static CloseView of(Close close, CloseTable.Standing now) {
            return new CloseView(
                    close.id(),
                    close.jurisdiction(),
                    close.date(),
                    now.state(),
                    close.dryRun(),
                    List.of(
                            new Step("DUES", now.done(), Math.max(now.done(), now.total())),
                            new Step("ACCRUALS", now.accrued() ? 1 : 0, close.dryRun() ? 0 : 1)),
                    now.counts());
        }
    }

    static String path(Close close) {
        return "/api/v1/business-days/%s/closes/%s".formatted(close.jurisdiction(), close.id());
    }

    @Operation(
            operationId = "closeDay",
            summary = "Close a business day",
            description =
                    "The next one, or with catchUp all that were missed. A dry run says what it would do. It can be"
                            + " stopped by cancelling its operation, and goes on where it was when asked again.")
    @PostMapping("/api/v1/business-days/{jurisdiction}/closes")
    @Allowed(Role.OPERATIONS)
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> close(@PathVariable String jurisdiction, @RequestBody CloseBody body, Write write) {
        return write.once(() -> {
            var close = new Close(jurisdiction, body.date(), body.isDry());
            var last = days.lastClosed(jurisdiction);
            if (!body.isDry() && last != null && !body.date().isAfter(last)) {
                return closed(close);
            }
            check(close, body);
            return operations.start(
                    write.derivedId("op"),
                    DayClose.TYPE,
                    new DayClose.Ask(jurisdiction, body.date(), body.isDry()).json(),
                    write.by());
        });
    }

    /** Days from before the first close were never closed one by one. */
    private Said closed(Close close) {
        var now = closes.find(close).orElse(new CloseTable.Standing("SUCCEEDED", 0, 0, true, DayCounts.NONE));
        return Said.json(200, Map.of(), CloseView.of(close, now));
    }

    private void check(Close close, CloseBody body) {
        var today = days.calendarDate(close.jurisdiction());
        if (close.date().isAfter(today)) {
            throw ValueNotAllowed.at("/date", "in-the-future", "at most " + today, "" + close.date());
        }
        var running = days.running(close.jurisdiction());
        if (!close.dryRun() && running != null && isAtWork(new Close(close.jurisdiction(), running, false))) {
            throw Refusal.of(
                            "close-running",
                            "A close is running",
                            "Expected no close of %s to run; %s does. Wait for it, or cancel its operation."
                                    .formatted(close.jurisdiction(), running))
                    .asException();
        }
        var next = running == null ? days.businessDate(close.jurisdiction()) : running;
        var first = running == null && days.lastClosed(close.jurisdiction()) == null;
        if (!close.dryRun() && !first && !body.catchesUp() && !close.date().equals(next)) {
            throw Refusal.of(
                            "not-the-next-day",
                            "Days are closed in their order",
                            "Expected %s, the next day of %s to close; found %s. Close that one, or ask to catch up."
                                    .formatted(next, close.jurisdiction(), close.date()))
                    .asException();
        }
    }

    private boolean isAtWork(Close close) {
        return closes.find(close).filter(now -> now.state().equals("RUNNING")).isPresent();
    }

    @Operation(
            operationId = "getDayClose",
            summary = "One close",
            description = "How far it is, and what it did or would do.")
    @GetMapping("/api/v1/business-days/{jurisdiction}/closes/{close}")
    @Readers
    CloseView one(@PathVariable String jurisdiction, @PathVariable String close) {
        var known = Close.of(close).orElseThrow();
        return CloseView.of(known, closes.find(known).orElseThrow());
    }
}
