package tallystick.loan.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** The books over HTTP: as of any business date, as known at any instant. */
@RestController
@Readers
@Tag(name = "Books", description = "Journals and balances; debits always equal credits.")
class LedgerController {
    private final JdbcClient database;
    private final BusinessDays days;
    private final InstantSource clock;

    LedgerController(JdbcClient database, BusinessDays days, InstantSource clock) {
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    record TrialBalance(LocalDate asOf, Instant knownAt, List<InCurrency> currencies) {}

    record InCurrency(String currency, BigDecimal debit, BigDecimal credit, List<Account> accounts) {}

    record Account(String account, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    private record Sum(String currency, Account account) {}

    @Operation(
            operationId = "getTrialBalance",
            summary = "The trial balance",
            description = "By currency and account: of everything booked by asOf and known at knownAt.")
    @GetMapping("/api/v1/ledger/trial-balance")
    TrialBalance trialBalance(@RequestParam @Nullable LocalDate asOf, @RequestParam @Nullable Instant knownAt) {
        var day = asOf == null ? days.today("CN") : asOf;
        var known = knownAt == null ? clock.instant() : knownAt;
        var byCurrency = new LinkedHashMap<String, List<Account>>();
        sums(day, known)
                .forEach(sum -> byCurrency
                        .computeIfAbsent(sum.currency(), _ -> new ArrayList<>())
                        .add(sum.account()));
        return new TrialBalance(
                day,
                known,
                byCurrency.entrySet().stream()
                        .map(entry -> inCurrency(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private List<Sum> sums(LocalDate day, Instant known) {
        return database.sql("""
            select p.currency, p.account,
                   coalesce(sum(p.amount) filter (where p.side = 'DEBIT'), 0) as debit,
                   coalesce(sum(p.amount) filter (where p.side = 'CREDIT'), 0) as credit
              from loan.postings p join loan.journals j on j.id = p.journal
             where j.date <= ? and j.known_at <= ?
             group by p.currency, p.account order by p.currency, p.account
            """)
                .params(day, OffsetDateTime.ofInstant(known, ZoneOffset.UTC))
                .query((row, _) -> {
                    var currency = row.getString("currency");
                    var debit = exact(currency, row.getBigDecimal("debit"));
                    var credit = exact(currency, row.getBigDecimal("credit"));
                    return new Sum(
                            currency, new Account(row.getString("account"), debit, credit, debit.subtract(credit)));
                })
                .list();
    }

    private static BigDecimal exact(String currency, BigDecimal amount) {
        return new Money(java.util.Currency.getInstance(currency), amount).amount();
    }

    private static InCurrency inCurrency(String currency, List<Account> accounts) {
        return new InCurrency(
                currency,
                accounts.stream().map(Account::debit).reduce(BigDecimal.ZERO, BigDecimal::add),
                accounts.stream().map(Account::credit).reduce(BigDecimal.ZERO, BigDecimal::add),
                accounts);
    }

    record Journal(String id, LocalDate date, String cause, String event, List<Posting> postings) {}

    private record Row(String position, String id, LocalDate date, String cause, String event) {}

    @Operation(
            operationId = "listJournals",
            summary = "Journals",
            description = "The newest first; each names the event that caused it.")
    @GetMapping("/api/v1/ledger/journals")
    @Filters("loan")
    ResponseEntity<Page<Journal>> journals(Listing listing) {
        var page = listing.by(new Column("position", "bigint"));
        var params = new HashMap<String, @Nullable Object>(page.params());
        params.put("loan", listing.filter("loan").orElse(null));
        var rows = database.sql("select position, id, date, cause, event from loan.journals"
                        + " where (cast(:loan as text) is null or loan = :loan) and " + page.where() + page.order())
                .params(params)
                .query((row, _) -> new Row(
                        row.getString("position"),
                        row.getString("id"),
                        row.getObject("date", LocalDate.class),
                        row.getString("cause"),
                        row.getString("event")))
                .list();
        var postings = postings(rows.stream().map(Row::id).toList());
        return listing.answer(
                rows,
                row -> List.of(row.position()),
                row -> new Journal(
                        row.id(), row.date(), row.cause(), row.event(), postings.getOrDefault(row.id(), List.of())));
    }

    private Map<String, List<Posting>> postings(List<String> journals) {
        var found = new HashMap<String, List<Posting>>();
        database.sql("select journal, account, side, currency, amount from loan.postings where journal = any(?)"
                        + " order by journal, nr")
                .param(journals.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString("journal"), _ -> new ArrayList<>())
                            .add(new Posting(
                                    row.getString("account"),
                                    Posting.Side.valueOf(row.getString("side")),
                                    Money.of(
                                            row.getString("currency"),
                                            row.getBigDecimal("amount").toPlainString())));
                });
        return found;
    }

    record ChartOfAccounts(List<Named> items) {}

    record Named(String account, String name, String kind) {}

    @Operation(
            operationId = "listAccounts",
            summary = "The chart of accounts",
            description = "Each account and what it is for.")
    @GetMapping("/api/v1/ledger/accounts")
    ChartOfAccounts accounts() {
        return new ChartOfAccounts(PostingRules.lines("/books/accounts.csv")
                .map(cells -> new Named(cells[0], cells[1], cells[2]))
                .toList());
    }
}
