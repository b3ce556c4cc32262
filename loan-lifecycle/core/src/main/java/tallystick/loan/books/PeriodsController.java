package tallystick.loan.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.api.BooksCommand.ClosePeriod;
import tallystick.loan.api.BooksId;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Periods of the books over HTTP. */
@RestController
@Tag(name = "Books")
class PeriodsController {
    private final JdbcClient database;
    private final BusinessDays days;
    private final InstantSource clock;

    PeriodsController(JdbcClient database, BusinessDays days, InstantSource clock) {
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    record PeriodBody(LocalDate through) {}

    record Closed(LocalDate closedThrough) {}

    @Operation(
            operationId = "closePeriod",
            summary = "Close a period",
            description = "Through a day that is over everywhere. No journal is dated in it any more; what must be"
                    + " corrected is booked in the open period.")
    @PostMapping("/api/v1/ledger/periods")
    @Allowed(Role.FINANCE)
    @Shows(Closed.class)
    ResponseEntity<byte[]> close(@RequestBody PeriodBody body, Write write) {
        return write.<Books>create(
                "loan",
                BooksId.KIND,
                Books.class,
                _ -> new ClosePeriod(BooksId.OWN, body.through(), days.earliest(), write.by(), clock.instant()),
                decided -> new Closed(body.through()),
                _ -> body.through().toString());
    }

    record Period(LocalDate through, String closedBy, Instant closedAt) {}

    record PeriodList(List<Period> items) {}

    @Operation(
            operationId = "listPeriods",
            summary = "Closed periods",
            description = "By their last days, the newest first.")
    @GetMapping("/api/v1/ledger/periods")
    @Readers
    PeriodList list() {
        return new PeriodList(database.sql(
                        "select through, closed_by, closed_at from loan.closed_periods order by through desc")
                .query((row, _) -> new Period(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getObject(3, java.time.OffsetDateTime.class).toInstant()))
                .list());
    }
}
