package tallystick.audit.reviews;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Referred cases that people approved, against how their loans went. */
@RestController
@Tag(name = "Reviews")
class OverridesController {
    private final JdbcClient database;

    OverridesController(JdbcClient database) {
        this.database = database;
    }

    /** @param loanState null while there is no loan */
    record Overridden(
            String review,
            String application,
            String by,
            String reason,
            Money amount,
            Instant decidedAt,
            @Nullable String loan,
            @Nullable String loanState) {}

    private record Row(String at, Overridden overridden) {}

    @Operation(
            operationId = "listOverrides",
            summary = "Approved referrals",
            description =
                    "Who approved what the rules had referred, why, and what became of the loan. The newest first.")
    @GetMapping("/api/v1/overrides")
    @Readers
    @Filters("by")
    ResponseEntity<Page<Overridden>> list(Listing listing) {
        var page = listing.by(new Column("decided_at", "timestamptz"), new Column("review", "text"));
        var params = new java.util.HashMap<String, @Nullable Object>(page.params());
        params.put("by", listing.filter("by").orElse(null));
        var rows = database.sql("select cast(decided_at as text) as at, d.*, l.loan, l.state"
                        + " from audit.review_decisions_v1 d"
                        + " left join audit.own_loans_v2 l on l.application = d.application"
                        + " where outcome = 'APPROVE' and (cast(:by as text) is null or by_whom = :by) and "
                        + page.where()
                        + page.order())
                .params(params)
                .query((row, _) -> new Row(
                        row.getString("at"),
                        new Overridden(
                                row.getString("review"),
                                row.getString("application"),
                                row.getString("by_whom"),
                                row.getString("reason"),
                                Money.of(
                                        row.getString("currency"),
                                        row.getBigDecimal("amount").toPlainString()),
                                row.getTimestamp("decided_at").toInstant(),
                                row.getString("loan"),
                                row.getString("state"))))
                .list();
        return listing.answer(rows, row -> List.of(row.at, row.overridden.review()), Row::overridden);
    }
}
