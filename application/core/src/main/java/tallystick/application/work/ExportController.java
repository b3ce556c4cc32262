package tallystick.application.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.lifecycle.State;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Listing;

/** The list of applications as a table to take along. */
@RestController
@Tag(name = "Work")
class ExportController {
    private static final int MOST_ROWS = 10_000;
    private static final List<String> COLUMNS =
            List.of("application", "state", "waitingFor", "product", "officer", "startedAt");

    private final JdbcClient database;

    ExportController(JdbcClient database) {
        this.database = database;
    }

    @Operation(
            operationId = "exportApplications",
            summary = "Applications as CSV",
            description =
                    "By the same filters as the list, the newest 10,000. Without personal data; no cell is a formula.")
    @GetMapping(path = "/api/v1/exports/applications", produces = "text/csv")
    @Readers
    @Filters(
            value = {"product", "officer"},
            words = @Words(value = "state", of = State.class))
    ResponseEntity<String> export(Listing listing) {
        var params = new HashMap<String, @Nullable Object>();
        Stream.of("state", "product", "officer")
                .forEach(name -> params.put(name, listing.filter(name).orElse(null)));
        var lines = new ArrayList<String>();
        lines.add(Csv.line(COLUMNS));
        lines.addAll(database.sql("""
            select a.id, a.state, a.waiting_for, a.product, coalesce(c.officer, '') as officer, a.started_at
              from application.applications_v1 a left join application.care_v1 c on c.application = a.id
             where (cast(:state as text) is null or a.state = :state)
               and (cast(:product as text) is null or a.product = :product)
               and (cast(:officer as text) is null or c.officer = :officer)
             order by a.started_at desc, a.id desc limit
            """ + MOST_ROWS)
                .params(params)
                .query((row, _) -> Csv.line(List.of(
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("waiting_for"),
                        row.getString("product"),
                        row.getString("officer"),
                        row.getTimestamp("started_at").toInstant().toString())))
                .list());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"applications.csv\"")
                .body(lines.stream().collect(Collectors.joining()));
    }
}
