package tallystick.runtime.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.Money;
import tallystick.reference.Account;
import tallystick.reference.AccountCommand.Deposit;
import tallystick.reference.AccountCommand.OpenAccount;
import tallystick.reference.AccountCommand.RenameAccount;
import tallystick.reference.AccountCommand.Withdraw;
import tallystick.reference.AccountId;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.operations.OperationView;
import tallystick.runtime.operations.Operations;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Keyless;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.MaxBody;
import tallystick.runtime.web.door.NeedsMatch;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Accounts over HTTP: one route of every kind that contexts will have. */
@RestController
@Tag(name = "Accounts")
class AccountsController {
    private final JdbcClient database;
    private final Operations operations;

    AccountsController(JdbcClient database, Operations operations) {
        this.database = database;
        this.operations = operations;
    }

    record Opening(
            String name,
            Money opening,
            @Nullable Kind kind,
            @Nullable List<String> tags) {}

    enum Kind {
        SAVINGS,
        CURRENT
    }

    record Amount(Money amount) {}

    record Name(String name) {}

    record Row(String position, String id, String name) {}

    record AccountView(String id, long version, String name, Money balance) {
        static AccountView of(Decided<Account> decided) {
            var account = decided.state();
            return new AccountView(decided.id(), decided.version(), account.name(), account.balance());
        }
    }

    @Operation(
            operationId = "openAccount",
            summary = "Open an account",
            description = "Opens an account with a first balance.")
    @PostMapping("/api/v1/accounts")
    @Allowed(Role.OPERATIONS)
    @Shows(AccountView.class)
    ResponseEntity<byte[]> open(@RequestBody Opening body, Write write) {
        return write.create("reference", "account", Account.class, id -> open(body, id), AccountView::of);
    }

    private static OpenAccount open(Opening body, String id) {
        if (body.name().isBlank()) {
            throw ValueNotAllowed.at("/name", "blank", "a name", "blanks");
        }
        return new OpenAccount(new AccountId(id), body.name(), body.opening());
    }

    @Operation(operationId = "withdraw", summary = "Withdraw", description = "Takes money out of an account.")
    @PostMapping("/api/v1/accounts/{account}/withdrawals")
    @Allowed(Role.OPERATIONS)
    @Shows(AccountView.class)
    ResponseEntity<byte[]> withdraw(@PathVariable String account, @RequestBody Amount body, Write write) {
        var id = new AccountId(account);
        return write.change(
                "reference",
                account,
                Account.class,
                () -> new Withdraw(id, body.amount(), write.derivedId("move")),
                AccountView::of);
    }

    @Operation(operationId = "deposit", summary = "Deposit", description = "Puts money into an account.")
    @PostMapping("/api/v1/accounts/{account}/deposits")
    @Allowed(Role.OPERATIONS)
    @Shows(AccountView.class)
    ResponseEntity<byte[]> deposit(@PathVariable String account, @RequestBody Amount body, Write write) {
        var id = new AccountId(account);
        return write.change(
                "reference",
                account,
                Account.class,
                () -> new Deposit(id, body.amount(), write.derivedId("move")),
                AccountView::of);
    }

    @Operation(
            operationId = "renameAccount",
            summary = "Rename an account",
            description = "Gives an account another name.")
    @PutMapping("/api/v1/accounts/{account}")
    @Allowed(Role.OPERATIONS)
    @NeedsMatch
    @Shows(AccountView.class)
    ResponseEntity<byte[]> rename(@PathVariable String account, @RequestBody Name body, Write write) {
        var id = new AccountId(account);
        return write.change(
                "reference", account, Account.class, () -> new RenameAccount(id, body.name()), AccountView::of);
    }

    @Operation(operationId = "getAccount", summary = "One account", description = "The name of an account.")
    @GetMapping("/api/v1/accounts/{account}")
    @Readers
    Name one(@PathVariable String account) {
        return new Name(database.sql("select key from store.claims where kind = 'account-name' and owner = ?")
                .param(account)
                .query(String.class)
                .single());
    }

    @Operation(operationId = "listAccounts", summary = "Accounts", description = "Accounts, the newest first.")
    @GetMapping("/api/v1/accounts")
    @Readers
    @Filters("name")
    ResponseEntity<Page<Map<String, String>>> list(Listing listing) {
        var page = listing.by(new Column("position", "bigint"));
        var params = new java.util.HashMap<String, Object>(page.params());
        params.put("name", listing.filter("name").map(name -> name + "%").orElse("%"));
        List<Row> rows = database.sql(
                        "select cast(e.position as text) as position, e.id, c.key as name from store.events e"
                                + " join store.claims c on c.owner = e.id and c.kind = 'account-name'"
                                + " where e.sequence = 0 and c.key like :name and " + page.where() + page.order())
                .params(params)
                .query((row, number) -> new Row(row.getString("position"), row.getString("id"), row.getString("name")))
                .list();
        return listing.answer(rows, row -> List.of(row.position()), row -> Map.of("id", row.id(), "name", row.name()));
    }

    @Operation(operationId = "count", summary = "Count", description = "Counts to a number, as long work.")
    @PostMapping("/api/v1/counts")
    @Allowed({Role.OPERATIONS, Role.OFFICER})
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> count(@RequestBody Count body, Write write) {
        return write.once(
                () -> operations.start(write.derivedId("op"), "COUNTING", Integer.toString(body.to()), write.by()));
    }

    record Count(int to) {}

    record Length(int length) {}

    @Operation(operationId = "quote", summary = "Quote", description = "Stateless: adds an amount to itself.")
    @PostMapping("/api/v1/quotes")
    @Readers
    @Keyless
    Amount quote(@RequestBody Amount body) {
        return new Amount(body.amount().plus(body.amount()));
    }

    @Operation(operationId = "upload", summary = "Upload", description = "Takes a document and says how long it is.")
    @PostMapping(path = "/api/v1/documents", consumes = "application/octet-stream")
    @Allowed(Role.OFFICER)
    @MaxBody(20 * 1024 * 1024)
    @Shows(value = Length.class, versioned = false)
    ResponseEntity<byte[]> upload(@RequestBody byte[] document, Write write) {
        return write.once(
                () -> tallystick.runtime.web.writes.Said.json(201, Map.of(), Map.of("length", document.length)));
    }

    @Operation(
            operationId = "broken",
            summary = "Broken",
            description = "Breaks, always, with a secret in its message.")
    @GetMapping("/api/v1/broken")
    @Readers
    List<String> broken() {
        throw new IllegalStateException("the secret of " + new ArrayList<>(List.of("Li Lei")));
    }
}
