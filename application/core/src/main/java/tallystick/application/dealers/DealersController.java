package tallystick.application.dealers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.application.api.DealerCommand.AdmitDealer;
import tallystick.application.api.DealerCommand.ProposeDealer;
import tallystick.application.api.DealerCommand.SuspendDealer;
import tallystick.application.api.DealerId;
import tallystick.application.market.Market;
import tallystick.application.products.Complaints;
import tallystick.application.words.FreeText;
import tallystick.kernel.Jurisdiction;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;
import tallystick.runtime.decide.Things;
import tallystick.runtime.sealing.Sealing;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Dealers over HTTP. */
@RestController
@Tag(name = "Dealers", description = "Who sells the cars: admitted by two people, and only for so much.")
class DealersController {
    private final Things things;
    private final Dealerships dealerships;
    private final Sealing sealing;
    private final ThingLists lists;
    private final InstantSource clock;

    DealersController(Things things, Dealerships dealerships, Sealing sealing, ThingLists lists, InstantSource clock) {
        this.things = things;
        this.dealerships = dealerships;
        this.sealing = sealing;
        this.lists = lists;
        this.clock = clock;
    }

    record DealerBody(
            String id, String name, String jurisdiction, String companyNumber, String payoutAccount, Money limit) {
        @Override
        public String toString() {
            return "DealerBody[" + id + "]";
        }
    }

    record DealerView(
            String id, String name, String jurisdiction, String companyNumber, Money limit, Dealer.Status status) {
        static DealerView of(Dealer dealer) {
            return new DealerView(
                    dealer.id().name(),
                    dealer.title(),
                    dealer.jurisdiction(),
                    dealer.companyNumber(),
                    dealer.limit(),
                    dealer.status());
        }
    }

    /** A dealer and what is open through it now. */
    record DealerDetail(DealerView dealer, Money exposure) {}

    record Nothing() {}

    record Reason(String reason) {}

    @Operation(
            operationId = "proposeDealer",
            summary = "Propose a dealer",
            description = "With its company number, the account that cars are paid to, and the most that may be open.")
    @PostMapping("/api/v1/dealers")
    @Allowed(Role.OPERATIONS)
    @Shows(DealerView.class)
    ResponseEntity<byte[]> propose(@RequestBody DealerBody body, Write write) {
        return write.<Dealer>create(
                "application",
                DealerId.KIND,
                Dealer.class,
                _ -> {
                    check(body);
                    var id = DealerId.named(body.id());
                    return new ProposeDealer(
                            id,
                            body.name(),
                            body.jurisdiction(),
                            body.companyNumber(),
                            sealing.seal(id.value(), Sealed.Purpose.IDENTITY, "payoutAccount", body.payoutAccount()),
                            body.limit(),
                            write.by(),
                            clock.instant());
                },
                decided -> DealerView.of(decided.state()),
                decided -> decided.state().id().name());
    }

    private static void check(DealerBody body) {
        var complaints = new Complaints();
        complaints.text("/id", body.id(), "[a-z][a-z0-9-]{1,39}", "2 to 40 lower-case letters, digits and dashes");
        complaints.text("/name", body.name(), "(?U)[^\\p{Cntrl}]{2,100}", "2 to 100 characters");
        Jurisdiction.of(body.jurisdiction())
                .map(Market::of)
                .ifPresentOrElse(
                        market -> numbers(body, market, complaints),
                        () -> complaints.wrong("/jurisdiction", "unknown", "one of CN, IE", "another text"));
        if (body.limit().isNegative()) {
            complaints.wrong("/limit", "negative", "zero or more", body.limit().toString());
        }
        complaints.raise();
    }

    private static void numbers(DealerBody body, Market market, Complaints complaints) {
        complaints.form("/companyNumber", body.companyNumber(), market.companyNumber());
        complaints.form("/payoutAccount", body.payoutAccount(), market.account());
    }

    @Operation(
            operationId = "admitDealer",
            summary = "Admit a dealer",
            description = "By another person than the one who proposed it; also lets a suspended one back in.")
    @PostMapping("/api/v1/dealers/{dealer}/admission")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(DealerView.class)
    ResponseEntity<byte[]> admit(@PathVariable String dealer, @RequestBody Nothing body, Write write) {
        var id = DealerId.named(dealer);
        return write.<Dealer>change(
                "application",
                id.value(),
                Dealer.class,
                () -> new AdmitDealer(id, write.by(), clock.instant()),
                decided -> DealerView.of(decided.state()));
    }

    @Operation(
            operationId = "suspendDealer",
            summary = "Suspend a dealer",
            description = "Nothing new comes through it; what runs goes on.")
    @PostMapping("/api/v1/dealers/{dealer}/suspension")
    @Allowed(Role.OPERATIONS)
    @Shows(DealerView.class)
    ResponseEntity<byte[]> suspend(@PathVariable String dealer, @RequestBody Reason body, Write write) {
        var id = DealerId.named(dealer);
        return write.<Dealer>change(
                "application",
                id.value(),
                Dealer.class,
                () -> new SuspendDealer(id, FreeText.reason(body.reason()), write.by(), clock.instant()),
                decided -> DealerView.of(decided.state()));
    }

    @Operation(operationId = "getDealer", summary = "One dealer", description = "With what is open through it now.")
    @GetMapping("/api/v1/dealers/{dealer}")
    @Readers
    DealerDetail one(@PathVariable String dealer) {
        var found = things.find(Dealer.class, DealerId.named(dealer).value())
                .orElseThrow()
                .state();
        return new DealerDetail(DealerView.of(found), dealerships.exposure(found));
    }

    @Operation(operationId = "listDealers", summary = "Dealers", description = "The newest first.")
    @GetMapping("/api/v1/dealers")
    @Readers
    @Filters
    ResponseEntity<Page<DealerView>> list(Listing listing) {
        return lists.page(
                listing,
                "application.dealers_v1",
                "proposed_at",
                Dealer.class,
                decided -> DealerView.of(decided.state()));
    }
}
