package tallystick.loan.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.loan.csv.Csv;
import tallystick.loan.days.BusinessDays;
import tallystick.runtime.web.door.Readers;

/** What stands in the books, over HTTP: as of any business date, as known at any instant, on either basis. */
@RestController
@Readers
@Tag(name = "Books", description = "Journals and balances; debits always equal credits.")
class LedgerController {
    private static final String OURS = "books-own";

    private final Sums sums;
    private final BusinessDays days;
    private final InstantSource clock;

    LedgerController(Sums sums, BusinessDays days, InstantSource clock) {
        this.sums = sums;
        this.days = days;
        this.clock = clock;
    }

    record TrialBalance(LocalDate asOf, Instant knownAt, Basis basis, List<InCurrency> currencies, String books) {}

    record InCurrency(String currency, BigDecimal debit, BigDecimal credit, List<Account> accounts) {}

    record Account(String account, BigDecimal debit, BigDecimal credit, BigDecimal balance) {
        static Account of(Sums.Sum sum) {
            return new Account(sum.account(), sum.debit(), sum.credit(), sum.balance());
        }
    }

    @Operation(
            operationId = "getTrialBalance",
            summary = "The trial balance",
            description = "By currency and account: of everything booked by asOf and known at knownAt, both now when"
                    + " absent. Basis CASH counts interest as it is paid, ACCRUAL as it is earned. Also as text/csv.")
    @GetMapping(path = "/api/v1/ledger/trial-balance", produces = MediaType.APPLICATION_JSON_VALUE)
    TrialBalance trialBalance(
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "CASH") Basis basis,
            @RequestParam(defaultValue = OURS) String books) {
        var day = asOf == null ? days.latest() : asOf;
        var byCurrency = sums.of(books, null, day, knownAt, basis).stream()
                .collect(Collectors.groupingBy(Sums.Sum::currency, java.util.TreeMap::new, Collectors.toList()));
        var currencies = byCurrency.entrySet().stream()
                .map(entry -> inCurrency(entry.getKey(), entry.getValue()))
                .toList();
        return new TrialBalance(day, knownAt == null ? clock.instant() : knownAt, basis, currencies, books);
    }

    private static InCurrency inCurrency(String currency, List<Sums.Sum> sums) {
        return new InCurrency(
                currency,
                sums.stream().map(Sums.Sum::debit).reduce(BigDecimal.ZERO, BigDecimal::add),
                sums.stream().map(Sums.Sum::credit).reduce(BigDecimal.ZERO, BigDecimal::add),
                sums.stream().map(Account::of).toList());
    }

    @Operation(hidden = true)
    @GetMapping(path = "/api/v1/ledger/trial-balance", produces = Csv.TYPE)
    String trialBalanceTable(
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "CASH") Basis basis,
            @RequestParam(defaultValue = OURS) String books) {
        return Csv.of("currency", "account", "debit", "credit", "balance")
                .rows(
                        sums.of(books, null, asOf == null ? days.latest() : asOf, knownAt, basis),
                        sum -> List.of(sum.currency(), sum.account(), sum.debit(), sum.credit(), sum.balance()))
                .toString();
    }

    record BooksList(List<Entity> items) {}

    record Entity(String books) {}

    @Operation(
            operationId = "listBooks",
            summary = "Whose books there are",
            description = "Ours, and those of lenders, buyers and guarantors, which are memoranda on cash basis.")
    @GetMapping("/api/v1/ledger/books")
    BooksList books() {
        return new BooksList(sums.entities().stream().map(Entity::new).toList());
    }

    record ChartOfAccounts(List<Named> items) {}

    record Named(String account, String name, String kind) {}

    @Operation(
            operationId = "listAccounts",
            summary = "The chart of accounts",
            description = "Each account and what it is for.")
    @GetMapping("/api/v1/ledger/accounts")
    ChartOfAccounts accounts() {
        return new ChartOfAccounts(ChartFile.accounts()
                .map(account -> new Named(account.account(), account.name(), account.kind()))
                .toList());
    }

    record AccountBalance(
            String account, LocalDate asOf, Instant knownAt, Basis basis, List<Standing> balances, String books) {}

    record Standing(String currency, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    @Operation(
            operationId = "getAccount",
            summary = "What stands in one account",
            description = "As of a business date, as known at an instant: opening and closing of any statement.")
    @GetMapping("/api/v1/ledger/accounts/{ledgerAccount}")
    AccountBalance account(
            @PathVariable String ledgerAccount,
            @RequestParam @Nullable LocalDate asOf,
            @RequestParam @Nullable Instant knownAt,
            @RequestParam(defaultValue = "CASH") Basis basis,
            @RequestParam(defaultValue = OURS) String books) {
        var day = asOf == null ? days.latest() : asOf;
        return new AccountBalance(
                ledgerAccount,
                day,
                knownAt == null ? clock.instant() : knownAt,
                basis,
                sums.of(books, ledgerAccount, day, knownAt, basis).stream()
                        .map(sum -> new Standing(sum.currency(), sum.debit(), sum.credit(), sum.balance()))
                        .toList(),
                books);
    }
}
