package tallystick.server.sandbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.banks.BankSettings;
import tallystick.bank.gateway.banks.Banks;
import tallystick.bank.sandbox.Fault;
import tallystick.bank.sandbox.SandboxAdapter;
import tallystick.bank.sandbox.SandboxControls;
import tallystick.bank.sandbox.SandboxControls.Entry;
import tallystick.bank.sandbox.SandboxControls.Planned;
import tallystick.bank.sandbox.SandboxControls.Seen;
import tallystick.bank.spi.Amount;
import tallystick.kernel.Money;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/**
 * The handles of the sandbox banks: who pays, what goes wrong, what a ledger says. Of several sandboxes a request names
 * one; else it is the one that is called so, or the first by name.
 */
@RestController
@Conditional(SandboxConfigured.class)
@Tag(name = "Sandbox", description = "The bank that ships: its script, its ledger, and the time of a trial.")
@Allowed(Role.BANK)
class SandboxController {
    private final SortedMap<String, SandboxControls> sandboxes = new TreeMap<>();

    SandboxController(Banks banks) {
        for (var bank : banks.all()) {
            if (bank.adapter() instanceof SandboxAdapter sandbox) {
                sandboxes.put(bank.id().value(), sandbox.controls());
            }
        }
    }

    private SandboxControls sandbox(@Nullable String bank) {
        var usual = sandboxes.containsKey(BankSettings.SANDBOX) ? BankSettings.SANDBOX : sandboxes.firstKey();
        var sandbox = sandboxes.get(bank == null ? usual : bank);
        if (sandbox == null) {
            throw ValueNotAllowed.at("", "not-a-sandbox", "bank: one of " + sandboxes.keySet(), "another bank");
        }
        return sandbox;
    }

    record Payment(String loan, Money amount, LocalDate date) {}

    record PlannedFault(String on, int nth, Fault fault) {}

    record Script(long seed, List<PlannedFault> faults) {}

    record SeenFault(
            String on,
            int nth,
            Fault fault,
            boolean happened,
            @Nullable String instruction,
            String proof) {
        static SeenFault of(Seen seen) {
            return new SeenFault(
                    seen.on(), seen.nth(), seen.fault(), seen.happened(), seen.instruction(), seen.proof());
        }
    }

    record SeenScript(long seed, List<SeenFault> faults) {
        static SeenScript of(SandboxControls.Script script) {
            return new SeenScript(
                    script.seed(), script.faults().stream().map(SeenFault::of).toList());
        }
    }

    record Row(long nr, @Nullable String instruction, Money amount, LocalDate valueDate, String type) {
        static Row of(Entry entry) {
            var amount = new Money(entry.amount().currency(), entry.amount().value());
            return new Row(entry.nr(), entry.instruction(), amount, entry.valueDate(), entry.type());
        }
    }

    @Operation(
            operationId = "paySandbox",
            summary = "A customer pays the bank",
            description = "The bank books it at once; its signed callback follows.")
    @PostMapping("/sandbox/payments")
    @Shows(value = Payment.class, versioned = false)
    ResponseEntity<byte[]> pay(
            @RequestBody Payment body, @RequestParam(required = false) @Nullable String bank, Write write) {
        return write.once(() -> {
            if (!body.amount().isPositive()) {
                throw ValueNotAllowed.at(
                        "/amount/amount",
                        "below-minimum",
                        "more than zero",
                        body.amount().amount().toPlainString());
            }
            var amount = new Amount(body.amount().currency(), body.amount().amount());
            sandbox(bank).pay(write.derivedId("pay"), body.loan(), amount, body.date());
            return Said.json(202, Map.of(), body);
        });
    }

    @Operation(
            operationId = "scriptSandbox",
            summary = "Say what goes wrong",
            description =
                    "Replaces the script of one bank (bank=west; the first of them otherwise). A fault happens at the"
                            + " nth call of an operation such as RequestCredit or PayOut, or of a Query, Payment, File,"
                            + " Answer, Statement or Positions, counted from now.")
    @PutMapping("/sandbox/script")
    SeenScript script(@RequestBody Script body, @RequestParam(required = false) @Nullable String bank) {
        var planned = body.faults().stream()
                .map(one -> new Planned(on(one), nth(one), one.fault()))
                .toList();
        return SeenScript.of(sandbox(bank).rewrite(body.seed(), planned));
    }

    private static String on(PlannedFault planned) {
        if (!SandboxControls.WORDS.contains(planned.on())) {
            throw ValueNotAllowed.at("/faults", "not-a-call", "one of " + SandboxControls.WORDS, "another word");
        }
        return planned.on();
    }

    private static int nth(PlannedFault planned) {
        if (planned.nth() < 1) {
            throw ValueNotAllowed.at("/faults", "below-minimum", "nth from 1", Integer.toString(planned.nth()));
        }
        return planned.nth();
    }

    @Operation(
            operationId = "getSandboxScript",
            summary = "What goes wrong",
            description = "The script, with the proof of each fault that has happened.")
    @GetMapping("/sandbox/script")
    SeenScript script(@RequestParam(required = false) @Nullable String bank) {
        return SeenScript.of(sandbox(bank).script());
    }

    @Operation(
            operationId = "listSandboxLedger",
            summary = "The bank's ledger, newest first",
            description = "What really moved, as the bank knows it.")
    @GetMapping("/sandbox/ledger")
    @Filters({"instruction", "bank"})
    ResponseEntity<Page<Row>> ledger(Listing listing) {
        var page = listing.by(new Column("nr", "bigint"));
        var before = page.after().isEmpty()
                ? Long.MAX_VALUE
                : Long.parseLong(page.after().getFirst());
        var rows = sandbox(listing.filter("bank").orElse(null))
                .ledger(listing.filter("instruction").orElse(null), before, page.limit() + 1);
        return listing.answer(rows, row -> List.of(Long.toString(row.nr())), Row::of);
    }
}
