package tallystick.loan.days;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.web.door.Readers;

/** Business days over HTTP. */
@RestController
@Readers
@Tag(name = "Business days", description = "Which day it is, and which are closed.")
class BusinessDaysController {
    private final BusinessDays days;

    BusinessDaysController(BusinessDays days) {
        this.days = days;
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
            description = "The date on which money is booked now.")
    @GetMapping("/api/v1/business-days/{jurisdiction}")
    Day day(@PathVariable String jurisdiction) {
        return new Day(jurisdiction, days.today(jurisdiction), true, null, jurisdiction, null);
    }
}
