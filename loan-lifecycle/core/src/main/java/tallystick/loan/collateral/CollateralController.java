package tallystick.loan.collateral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.CollateralCommand;
import tallystick.loan.api.CollateralCommand.InsureCollateral;
import tallystick.loan.api.CollateralCommand.PledgeCollateral;
import tallystick.loan.api.CollateralCommand.RegisterCharge;
import tallystick.loan.api.CollateralCommand.ReleaseCollateral;
import tallystick.loan.api.CollateralCommand.RepossessCollateral;
import tallystick.loan.api.CollateralCommand.SellCollateral;
import tallystick.loan.api.CollateralCommand.TransferCollateral;
import tallystick.loan.api.CollateralCommand.ValueCollateral;
import tallystick.loan.api.CollateralId;
import tallystick.loan.api.CollateralKind;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Things;
import tallystick.runtime.security.Allowed;
import tallystick.runtime.security.Role;
import tallystick.runtime.web.ValueNotAllowed;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Filters.Words;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.lists.ThingLists;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** What secures loans, over HTTP. */
@RestController
@Tag(name = "Collateral", description = "What secures loans, from the valuation to the release or the sale.")
class CollateralController {
    private static final String ONE = "/api/v1/collateral/{collateral}";
    private static final int LONGEST_TEXT = 200;

    private final Things things;
    private final Servicing servicing;
    private final BusinessDays days;
    private final ThingLists lists;
    private final InstantSource clock;

    CollateralController(Things things, Servicing servicing, BusinessDays days, ThingLists lists, InstantSource clock) {
        this.things = things;
        this.servicing = servicing;
        this.days = days;
        this.lists = lists;
        this.clock = clock;
    }

    record PledgeBody(CollateralKind kind, String what) {}

    record ValuationBody(Money value, LocalDate on, String source) {}

    record TransferBody(String reference, LocalDate on) {}

    record ChargeBody(String registry, String reference, LocalDate on) {}

    record InsuranceBody(String policy, LocalDate until) {}

    record RepossessionBody(String reason, LocalDate on) {}

    record ProceedsBody(Money proceeds, Money costs, LocalDate valueDate) {}

    record ReleaseBody(String reason) {}

    @Operation(
            operationId = "pledgeCollateral",
            summary = "Secure a loan",
            description = "With what it is, in words that lead to nobody.")
    @PostMapping("/api/v1/loans/{loan}/collateral")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> pledge(@PathVariable String loan, @RequestBody PledgeBody body, Write write) {
        return write.create(
                "loan",
                CollateralId.KIND,
                Collateral.class,
                id -> new PledgeCollateral(
                        new CollateralId(id),
                        new LoanId(loan),
                        body.kind(),
                        text("/what", body.what()),
                        write.by(),
                        clock.instant()),
                CollateralView::of);
    }

    @Operation(
            operationId = "valueCollateral",
            summary = "Value what secures a loan",
            description = "The latest value counts; the earlier ones stay in its history.")
    @PostMapping(ONE + "/valuations")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> value(@PathVariable String collateral, @RequestBody ValuationBody body, Write write) {
        return change(collateral, write, id -> {
            positive("/value", body.value());
            return new ValueCollateral(
                    id,
                    body.value(),
                    past("/on", body.on()),
                    text("/source", body.source()),
                    write.by(),
                    clock.instant());
        });
    }

    @Operation(
            operationId = "transferCollateral",
            summary = "It belongs to the lender now",
            description = "Until the debt is paid.")
    @PostMapping(ONE + "/ownership")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> transfer(@PathVariable String collateral, @RequestBody TransferBody body, Write write) {
        return change(
                collateral,
                write,
                id -> new TransferCollateral(
                        id, text("/reference", body.reference()), past("/on", body.on()), write.by(), clock.instant()));
    }

    @Operation(
            operationId = "registerCharge",
            summary = "A charge is registered",
            description = "In a registry, under its reference.")
    @PostMapping(ONE + "/charge")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> charge(@PathVariable String collateral, @RequestBody ChargeBody body, Write write) {
        return change(
                collateral,
                write,
                id -> new RegisterCharge(
                        id,
                        text("/registry", body.registry()),
                        text("/reference", body.reference()),
                        past("/on", body.on()),
                        write.by(),
                        clock.instant()));
    }

    @Operation(
            operationId = "insureCollateral",
            summary = "It is insured",
            description = "With the lender as loss payee, until a day.")
    @PostMapping(ONE + "/insurance")
    @Allowed({Role.OFFICER, Role.OPERATIONS})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> insure(@PathVariable String collateral, @RequestBody InsuranceBody body, Write write) {
        return change(
                collateral,
                write,
                id -> new InsureCollateral(
                        id, text("/policy", body.policy()), body.until(), write.by(), clock.instant()));
    }

    @Operation(
            operationId = "repossessCollateral",
            summary = "Take what secures a loan",
            description = "Because the debt is not paid. Before it can be sold.")
    @PostMapping(ONE + "/repossession")
    @Allowed(Role.OPERATIONS)
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> repossess(@PathVariable String collateral, @RequestBody RepossessionBody body, Write write) {
        return change(
                collateral,
                write,
                id -> new RepossessCollateral(
                        id, text("/reason", body.reason()), past("/on", body.on()), write.by(), clock.instant()));
    }

    @Operation(
            operationId = "sellCollateral",
            summary = "Sell what was taken",
            description =
                    "What it brings, less the costs, pays the loan at the value date; what is then still owed stands."
                            + " Above the authority of one person it happens when another asks for the same.")
    @PostMapping(ONE + "/sale")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> sell(@PathVariable String collateral, @RequestBody ProceedsBody body, Write write) {
        return change(collateral, write, id -> {
            positive("/proceeds", body.proceeds());
            if (body.costs().isNegative()
                    || !body.costs().currency().equals(body.proceeds().currency())) {
                throw ValueNotAllowed.at("/costs", "not-allowed", "an amount from zero in the same currency", "other");
            }
            return new SellCollateral(
                    id,
                    body.proceeds(),
                    body.costs(),
                    past("/valueDate", body.valueDate()),
                    new Money(body.proceeds().currency(), servicing.aloneLimit()),
                    write.by(),
                    clock.instant());
        });
    }

    @Operation(
            operationId = "releaseCollateral",
            summary = "Set free what secures a loan",
            description = "By two people while the debt stands. A debt that is paid sets it free by itself.")
    @PostMapping(ONE + "/release")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(CollateralView.class)
    ResponseEntity<byte[]> release(@PathVariable String collateral, @RequestBody ReleaseBody body, Write write) {
        return change(
                collateral,
                write,
                id -> new ReleaseCollateral(id, text("/reason", body.reason()), false, write.by(), clock.instant()));
    }

    private ResponseEntity<byte[]> change(
            String collateral, Write write, Function<CollateralId, CollateralCommand> command) {
        return write.change(
                "loan",
                collateral,
                Collateral.class,
                () -> command.apply(new CollateralId(collateral)),
                CollateralView::of);
    }

    private static void positive(String pointer, Money amount) {
        if (!amount.isPositive()) {
            throw ValueNotAllowed.at(pointer, "not-allowed", "an amount above zero", "" + amount);
        }
    }

    private LocalDate past(String pointer, LocalDate day) {
        var today = days.latest();
        if (day.isAfter(today)) {
            throw ValueNotAllowed.at(pointer, "in-the-future", "at most " + today, "" + day);
        }
        return day;
    }

    private static String text(String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ValueNotAllowed.at(pointer, "not-a-text", "1 to " + LONGEST_TEXT + " characters", "another length");
        }
        return text;
    }

    @Operation(operationId = "getCollateral", summary = "What secures a loan", description = "As it stands now.")
    @GetMapping(ONE)
    @Readers
    ResponseEntity<CollateralView> one(@PathVariable String collateral) {
        var found = things.find(Collateral.class, collateral).orElseThrow();
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(CollateralView.of(found));
    }

    @Operation(operationId = "listCollateral", summary = "All collateral", description = "The newest first.")
    @GetMapping("/api/v1/collateral")
    @Readers
    @Filters(value = "loan", words = @Words(value = "state", of = Collateral.State.class))
    ResponseEntity<Page<CollateralView>> list(Listing listing) {
        return lists.page(
                listing, "loan.collateral_v1", "pledged_at", Collateral.class, CollateralView::of, "loan", "state");
    }
}
