package tallystick.bank.gateway.banks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.spi.Probe;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** The banks over HTTP. */
@RestController
@Tag(name = "Banks")
class BanksController {
    private final Banks banks;
    private final Probes probes;

    BanksController(Banks banks, Probes probes) {
        this.banks = banks;
        this.probes = probes;
    }

    /**
     * One bank and what it says it can do.
     *
     * @param reachable what the last probe saw; null before the first
     */
    record BankView(
            String id,
            String adapter,
            List<String> operations,
            List<String> channels,
            boolean queryable,
            boolean silenceMeansAccepted,
            @Nullable Boolean reachable,
            @Nullable String says) {
        static BankView of(Bank bank, Optional<Probe> probe) {
            var able = bank.capabilities();
            return new BankView(
                    bank.id().value(),
                    bank.settings().adapter(),
                    able.operations().stream().map(Enum::name).sorted().toList(),
                    able.channels().stream().sorted().toList(),
                    able.inquiry().byOurId(),
                    able.silenceMeansAccepted(),
                    probe.map(Probe::reachable).orElse(null),
                    probe.map(Probe::says).orElse(null));
        }
    }

    @Operation(
            operationId = "listBanks",
            summary = "Banks",
            description = "The banks this platform speaks to, with what each says it can do, and whether the"
                    + " last probe, a minute ago at most, has reached it.")
    @GetMapping("/api/v1/banks")
    @Readers
    @Filters
    ResponseEntity<Page<BankView>> list(Listing listing) {
        var page = listing.by(new Column("id", "text"));
        var rows = banks.all().stream()
                .map(bank -> BankView.of(bank, probes.of(bank)))
                .sorted(Comparator.comparing(BankView::id).reversed())
                .filter(bank -> page.after().isEmpty()
                        || bank.id().compareTo(page.after().getFirst()) < 0)
                .toList();
        return listing.answer(rows, row -> List.of(row.id()), row -> row);
    }
}
