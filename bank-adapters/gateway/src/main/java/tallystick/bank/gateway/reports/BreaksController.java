package tallystick.bank.gateway.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.api.BreakCommand.ApproveExplanation;
import tallystick.bank.api.BreakCommand.ProposeExplanation;
import tallystick.bank.api.BreakId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.Standard;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Breaks over HTTP. */
@RestController
@Tag(name = "Banks")
class BreaksController {
    private static final String SQL = """
        select id, at, bank, instruction, kind, expected, found, owner, state from bank.breaks_v1
         where (cast(:bank as text) is null or bank = :bank)
           and (cast(:instruction as text) is null or instruction = :instruction)
           and (cast(:kind as text) is null or kind = :kind)
           and (cast(:state as text) is null or state = :state)
        """;

    private static final int LONGEST = 500;

    private final JdbcClient database;
    private final Things things;
    private final InstantSource clock;

    BreaksController(JdbcClient database, Things things, InstantSource clock) {
        this.database = database;
        this.things = things;
        this.clock = clock;
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
            String state,
            Instant at) {}

    @Operation(
            operationId = "listBreaks",
            summary = "Breaks, newest first",
            description = "What banks said that does not fit what we ordered, and doubts that asking has not ended.")
    @GetMapping("/api/v1/breaks")
    @Readers
    @Filters({"bank", "instruction", "kind", "state"})
    ResponseEntity<Page<BreakView>> list(Listing listing) {
        var page = listing.by(new Column("at", "timestamptz"), new Column("id", "text"));
        var rows = database.sql(SQL + " and " + page.where() + page.order())
                .params(page.params())
                .param("bank", listing.filter("bank").orElse(null))
                .param("instruction", listing.filter("instruction").orElse(null))
                .param("kind", listing.filter("kind").orElse(null))
                .param("state", listing.filter("state").orElse(null))
                .query(BreaksController::row)
                .list();
        return listing.answer(rows, row -> List.of(row.at().toString(), row.id()), row -> row);
    }

    @Operation(
            operationId = "proposeExplanation",
            summary = "Explain a break",
            description = "Says why it does not fit and what was done about it. The case closes when another person"
                    + " approves it. A doubt is resolved at its instruction instead.")
    @PostMapping("/api/v1/breaks/{break}/resolution")
    @Allowed(Role.OPERATIONS)
    @Shows(CaseView.class)
    ResponseEntity<byte[]> propose(@PathVariable("break") String id, @RequestBody ExplanationBody body, Write write) {
        return write.change(
                "bank",
                id,
                BreakCase.class,
                () -> new ProposeExplanation(new BreakId(id), kind(id), body.checked(), write.by(), clock.instant()),
                CaseView::of);
    }

    @Operation(
            operationId = "getExplanation",
            summary = "What was said about a break",
            description = "With the hash to which another person agrees.")
    @GetMapping("/api/v1/breaks/{break}/resolution")
    @Readers
    ResponseEntity<CaseView> explanation(@PathVariable("break") String id) {
        var found = things.find(BreakCase.class, id)
                .orElseThrow(() -> Standard.NOT_FOUND.because("Nothing was said about break %s.".formatted(id)));
        return ResponseEntity.ok().eTag("\"%d\"".formatted(found.version())).body(CaseView.of(found));
    }

    @Operation(
            operationId = "approveExplanation",
            summary = "Close a break",
            description = "By another person, who gives the hash of the explanation as it was shown.")
    @PostMapping("/api/v1/breaks/{break}/resolution/approval")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(CaseView.class)
    ResponseEntity<byte[]> approve(@PathVariable("break") String id, @RequestBody ApprovalBody body, Write write) {
        return write.change(
                "bank",
                id,
                BreakCase.class,
                () -> new ApproveExplanation(new BreakId(id), body.hash(), write.by(), clock.instant()),
                CaseView::of);
    }

    record ExplanationBody(String explanation) {
        String checked() {
            if (explanation.isBlank() || explanation.length() > LONGEST) {
                throw ValueNotAllowed.at(
                        "/explanation", "not-said", "an explanation of 1 to 500 characters", "another text");
            }
            return explanation;
        }
    }

    record ApprovalBody(String hash) {}

    /**
     * A case and how far it has come.
     *
     * @param hash what the other person agrees to
     */
    record CaseView(
            @JsonProperty("break") String id,
            String kind,
            String state,
            String explanation,
            String proposedBy,
            @Nullable String resolvedBy,
            String hash) {
        static CaseView of(Decided<BreakCase> decided) {
            var is = decided.state();
            return new CaseView(
                    is.id().value(),
                    is.kind(),
                    is.resolvedBy() == null ? "PROPOSED" : "RESOLVED",
                    is.explanation(),
                    is.proposedBy(),
                    is.resolvedBy(),
                    is.hash());
        }
    }

    private String kind(String id) {
        return database.sql("select kind from bank.breaks_v1 where id = ?")
                .param(id)
                .query(String.class)
                .single();
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
                row.getString("state"),
                row.getTimestamp("at").toInstant());
    }
}
