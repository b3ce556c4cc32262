package tallystick.loan.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.loan.api.BooksId;
import tallystick.loan.csv.Csv;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Journals and the lines of accounts over HTTP. */
@RestController
@Readers
@Tag(name = "Books")
class JournalsController {
    private static final String LINES = """
        select p.date, p.journal, p.nr, j.id, j.loan, j.cause, j.event, p.account, p.side, p.currency, p.amount,
               p.books
          from loan.postings p join loan.journals j on j.nr = p.journal
         where p.account = :account and p.basis in ('BOTH', :basis)
           and (cast(:loan as text) is null or j.loan = :loan)
           and p.books = :books
           and (cast(:from as date) is null or p.date >= :from) and (cast(:to as date) is null or p.date <= :to)
           and (cast(:knownAt as timestamptz) is null or j.known_at <= :knownAt)
        """;

    private final JdbcClient database;

    JournalsController(JdbcClient database) {
        this.database = database;
    }

    record JournalView(String id, LocalDate date, String cause, String event, List<PostingView> postings) {}

    record PostingView(String account, Posting.Side side, Money amount, String books) {}

    private record Row(String nr, String id, LocalDate date, String cause, String event) {}

    @Operation(
            operationId = "listJournals",
            summary = "Journals",
            description = "The newest first; each names the event that caused it. Postings are those of one basis.")
    @GetMapping("/api/v1/ledger/journals")
    @Filters({"loan", "basis"})
    ResponseEntity<Page<JournalView>> journals(Listing listing, @RequestParam(defaultValue = "CASH") Basis basis) {
        var page = listing.by(new Column("nr", "bigint"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("loan", listing.filter("loan").orElse(null));
        var rows = database.sql("select nr, id, date, cause, event from loan.journals"
                        + " where (cast(:loan as text) is null or loan = :loan) and " + page.where() + page.order())
                .params(params)
                .query((row, _) -> new Row(
                        row.getString("nr"),
                        row.getString("id"),
                        row.getObject("date", LocalDate.class),
                        row.getString("cause"),
                        row.getString("event")))
                .list();
        var postings = postings(rows.stream().map(row -> Long.valueOf(row.nr())).toList(), basis);
        return listing.answer(
                rows,
                row -> List.of(row.nr()),
                row -> new JournalView(
                        row.id(), row.date(), row.cause(), row.event(), postings.getOrDefault(row.nr(), List.of())));
    }

    private Map<String, List<PostingView>> postings(List<Long> journals, Basis basis) {
        var found = new HashMap<String, List<PostingView>>();
        database.sql("select journal, account, side, currency, amount, books from loan.postings"
                        + " where journal = any(?) and basis in ('BOTH', ?) order by journal, nr")
                .params(journals.toArray(Long[]::new), basis.name())
                .query(row -> {
                    found.computeIfAbsent(row.getString("journal"), _ -> new ArrayList<>())
                            .add(posting(row));
                });
        return found;
    }

    private static PostingView posting(ResultSet row) throws SQLException {
        return new PostingView(
                row.getString("account"),
                Posting.Side.valueOf(row.getString("side")),
                Money.of(
                        row.getString("currency").strip(),
                        row.getBigDecimal("amount").toPlainString()),
                row.getString("books"));
    }

    record Line(
            LocalDate date,
            String journal,
            @Nullable String loan,
            String cause,
            String event,
            Posting.Side side,
            Money amount) {}

    private record Found(List<String> keys, Line line) {}

    @Operation(
            operationId = "listAccountPostings",
            summary = "The lines of an account",
            description = "Between two booking dates and as known at an instant, the newest first. Also as text/csv.")
    @GetMapping(path = "/api/v1/ledger/accounts/{ledgerAccount}/postings", produces = MediaType.APPLICATION_JSON_VALUE)
    @Filters({"from", "to", "knownAt", "basis", "loan", "books"})
    ResponseEntity<Page<Line>> lines(
            @PathVariable String ledgerAccount,
            Listing listing,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "CASH") Basis basis) {
        return listing.answer(found(ledgerAccount, listing, from, to, knownAt, basis), Found::keys, Found::line);
    }

    @Operation(hidden = true)
    @GetMapping(path = "/api/v1/ledger/accounts/{ledgerAccount}/postings", produces = Csv.TYPE)
    @Filters({"from", "to", "knownAt", "basis", "loan", "books"})
    String table(
            @PathVariable String ledgerAccount,
            Listing listing,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "CASH") Basis basis) {
        var lines = found(ledgerAccount, listing, from, to, knownAt, basis);
        return Csv.of("date", "journal", "loan", "event", "side", "currency", "amount")
                .rows(lines.stream().map(Found::line).toList(), line -> cells(line))
                .toString();
    }

    private static List<@Nullable Object> cells(Line line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(line.date());
        cells.add(line.journal());
        cells.add(line.loan());
        cells.add(line.event());
        cells.add(line.side());
        cells.add(line.amount().currency());
        cells.add(line.amount().amount().toPlainString());
        return cells;
    }

    private List<Found> found(
            String account,
            Listing listing,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant knownAt,
            Basis basis) {
        var page = listing.by(
                new Column("p.date", "date"), new Column("p.journal", "bigint"), new Column("p.nr", "smallint"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("account", account);
        params.put("basis", basis.name());
        params.put("loan", listing.filter("loan").orElse(null));
        params.put("books", listing.filter("books").orElse(BooksId.OWN.value()));
        params.put("from", from);
        params.put("to", to);
        params.put("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        return database.sql(LINES + " and " + page.where() + page.order())
                .params(params)
                .query((row, _) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        var posting = posting(row);
        var date = row.getObject("date", LocalDate.class);
        return new Found(
                List.of(date.toString(), row.getString("journal"), row.getString("nr")),
                new Line(
                        date,
                        row.getString("id"),
                        row.getString("loan"),
                        row.getString("cause"),
                        row.getString("event"),
                        posting.side(),
                        posting.amount()));
    }
}
