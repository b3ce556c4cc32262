package tallystick.loan.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Whom a collector turns to next. */
@RestController
@Readers
@Tag(name = "Collections")
class WorklistController {
    private static final String WORK = """
        select loan, task, bucket, currency, overdue, principal from loan.agenda_v1
         where task is not null and task_on <= :today
           and (cast(:task as text) is null or task = :task) and (cast(:bucket as text) is null or bucket = :bucket) and
        """;

    private final JdbcClient database;
    private final BusinessDays days;

    WorklistController(JdbcClient database, BusinessDays days) {
        this.database = database;
        this.days = days;
    }

    record Work(String loan, String task, String bucket, Money overdue, Money principal) {}

    private record Row(String overdue, Work work) {}

    @Operation(
            operationId = "listWorklist",
            summary = "Late loans and what to do next",
            description = "The largest arrears first. Loans on hold are left alone, a" + " promise is waited for.")
    @GetMapping("/api/v1/collections/worklist")
    @Filters({"task", "bucket"})
    ResponseEntity<Page<Work>> list(Listing listing) {
        var page = listing.by(new Column("overdue", "numeric"), new Column("loan", "text"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("today", days.latest());
        params.put("task", listing.filter("task").orElse(null));
        params.put("bucket", listing.filter("bucket").orElse(null));
        var rows = database.sql(WORK + page.where() + page.order())
                .params(params)
                .query((row, _) -> row(
                        row.getString("loan"),
                        row.getString("task"),
                        row.getString("bucket"),
                        row.getString("currency"),
                        row.getBigDecimal("overdue"),
                        row.getBigDecimal("principal")))
                .list();
        return listing.answer(rows, row -> List.of(row.overdue(), row.work().loan()), Row::work);
    }

    private static Row row(
            String loan, String task, String bucket, String currency, BigDecimal overdue, BigDecimal principal) {
        return new Row(
                overdue.toPlainString(),
                new Work(
                        loan,
                        task,
                        bucket,
                        Money.of(currency, overdue.toPlainString()),
                        Money.of(currency, principal.toPlainString())));
    }
}
