package tallystick.bank.gateway.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Breaks over HTTP. */
@RestController
@Tag(name = "Banks")
class BreaksController {
    private static final String SQL = """
        select id, at, bank, instruction, kind, expected, found, owner from bank.breaks_v1
         where (cast(:bank as text) is null or bank = :bank)
           and (cast(:instruction as text) is null or instruction = :instruction)
           and (cast(:kind as text) is null or kind = :kind)
        """;

    private final JdbcClient database;

    BreaksController(JdbcClient database) {
        this.database = database;
    }

    /** One thing that does not fit, and whose it is. */
    record BreakView(
            String id,
            String bank,
            @Nullable String instruction,
            String kind,
            String expected,
            String found,
            String owner,
            Instant at) {}

    @Operation(
            operationId = "listBreaks",
            summary = "Breaks, newest first",
            description = "What banks said that does not fit what we ordered, and doubts that asking has not ended.")
    @GetMapping("/api/v1/breaks")
    @Readers
    @Filters({"bank", "instruction", "kind"})
    ResponseEntity<Page<BreakView>> list(Listing listing) {
        var page = listing.by(new Column("at", "timestamptz"), new Column("id", "text"));
        var rows = database.sql(SQL + " and " + page.where() + page.order())
                .params(page.params())
                .param("bank", listing.filter("bank").orElse(null))
                .param("instruction", listing.filter("instruction").orElse(null))
                .param("kind", listing.filter("kind").orElse(null))
                .query(BreaksController::row)
                .list();
        return listing.answer(rows, row -> List.of(row.at().toString(), row.id()), row -> row);
    }

    private static BreakView row(ResultSet row, int number) throws SQLException {
        return new BreakView(
                row.getString("id"),
                row.getString("bank"),
                row.getString("instruction"),
                row.getString("kind"),
                row.getString("expected"),
                row.getString("found"),
                row.getString("owner"),
                row.getTimestamp("at").toInstant());
    }
}
