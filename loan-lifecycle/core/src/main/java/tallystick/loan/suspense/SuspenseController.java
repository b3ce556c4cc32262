package tallystick.loan.suspense;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tallystick.kernel.LoanId;
import tallystick.kernel.Money;
import tallystick.loan.api.HoldReason;
import tallystick.loan.api.RefundTo;
import tallystick.loan.api.SuspenseCommand.MoveSuspense;
import tallystick.loan.api.SuspenseCommand.OpenSuspense;
import tallystick.loan.api.SuspenseCommand.RefundSuspense;
import tallystick.loan.api.SuspenseId;
import tallystick.loan.days.BusinessDays;
import tallystick.loan.servicing.Servicing;
import tallystick.runtime.decide.Decided;
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

/** Money in suspense over HTTP. */
@RestController
@Tag(name = "Suspense", description = "Money that nobody has identified.")
class SuspenseController {
    private static final int LONGEST_TEXT = 200;

    private final Things things;
    private final Servicing servicing;
    private final BusinessDays days;
    private final ThingLists lists;
    private final InstantSource clock;

    SuspenseController(Things things, Servicing servicing, BusinessDays days, ThingLists lists, InstantSource clock) {
        this.things = things;
        this.servicing = servicing;
        this.days = days;
        this.lists = lists;
        this.clock = clock;
    }

    record OpenBody(Money amount, LocalDate valueDate, String reference, String why) {}

    record MoveBody(String loan) {}

    /** @param reference of the order outside that pays it; null where the bank is to be ordered to */
    record RefundBody(@Nullable String reference) {}

    record SuspenseView(
            String id,
            Suspense.State state,
            Money amount,
            LocalDate valueDate,
            String reference,
            @Nullable String went,
            @Nullable String proposed,
            @Nullable String proposedBy,
            long version) {
        static SuspenseView of(Decided<Suspense> decided) {
            var is = decided.state();
            return new SuspenseView(
                    decided.id(),
                    is.state(),
                    is.amount(),
                    is.valueDate(),
                    is.reference(),
                    is.went(),
                    is.proposed(),
                    is.proposedBy(),
                    decided.version());
        }
    }

    @Operation(
            operationId = "openSuspense",
            summary = "Keep money that nobody has identified",
            description = "It is in the books from now on, with an age, until it is moved or sent back.")
    @PostMapping("/api/v1/suspense")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(SuspenseView.class)
    ResponseEntity<byte[]> open(@RequestBody OpenBody body, Write write) {
        return write.create(
                "loan",
                SuspenseId.KIND,
                Suspense.class,
                id -> {
                    var today = days.latest();
                    if (!body.amount().isPositive()) {
                        throw ValueNotAllowed.at("/amount", "not-allowed", "an amount above zero", "" + body.amount());
                    }
                    if (body.valueDate().isAfter(today)) {
                        throw ValueNotAllowed.at(
                                "/valueDate", "in-the-future", "at most " + today, "" + body.valueDate());
                    }
                    return new OpenSuspense(
                            new SuspenseId(id),
                            body.amount(),
                            body.valueDate(),
                            text("/reference", body.reference()),
                            text("/why", body.why()),
                            null,
                            today,
                            write.by(),
                            clock.instant());
                },
                SuspenseView::of);
    }

    @Operation(
            operationId = "moveSuspense",
            summary = "Give money in suspense to a loan",
            description =
                    "At its original value date, so the loan is restated as if it had come there at once. Above the"
                            + " authority of one person it happens when another asks for the same.")
    @PostMapping("/api/v1/suspense/{suspense}/move")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(SuspenseView.class)
    ResponseEntity<byte[]> move(@PathVariable String suspense, @RequestBody MoveBody body, Write write) {
        return write.change(
                "loan",
                suspense,
                Suspense.class,
                () -> {
                    if (!servicing.knows(body.loan())) {
                        throw ValueNotAllowed.at("/loan", "unknown", "the id of a loan", "another text");
                    }
                    return new MoveSuspense(
                            new SuspenseId(suspense),
                            new LoanId(body.loan()),
                            limit(suspense),
                            days.latest(),
                            write.by(),
                            clock.instant());
                },
                SuspenseView::of);
    }

    @Operation(
            operationId = "refundSuspense",
            summary = "Send money in suspense back",
            description =
                    "The reference names the order outside by which it goes back; two people, as for a move. Without"
                        + " one the bank of the loan that held it is ordered, once, when two people ask for it, and"
                        + " pays to the borrower's account; see `went`. What it refuses or sends back is here again.")
    @PostMapping("/api/v1/suspense/{suspense}/refund")
    @Allowed({Role.OPERATIONS, Role.FINANCE})
    @Shows(SuspenseView.class)
    ResponseEntity<byte[]> refund(@PathVariable String suspense, @RequestBody RefundBody body, Write write) {
        return write.change(
                "loan",
                suspense,
                Suspense.class,
                () -> refunded(found(suspense).state(), body.reference(), write.by()),
                SuspenseView::of);
    }

    private RefundSuspense refunded(Suspense is, @Nullable String reference, String by) {
        var limit = new Money(is.amount().currency(), servicing.aloneLimit());
        return reference == null
                ? new RefundSuspense(is.id(), null, limit, days.latest(), by, clock.instant(), borrower(is), hold(is))
                : new RefundSuspense(is.id(), text("/reference", reference), limit, days.latest(), by, clock.instant());
    }

    private @Nullable HoldReason hold(Suspense is) {
        return Optional.ofNullable(is.heldFor()).flatMap(servicing::hold).orElse(null);
    }

    private RefundTo borrower(Suspense is) {
        return Optional.ofNullable(is.heldFor())
                .flatMap(loan -> servicing.refundTo(loan, is.reference()))
                .orElseThrow(() -> ValueNotAllowed.at(
                        "/reference",
                        "needed",
                        "an order outside, since nobody knows the account it came from",
                        "none"));
    }

    private Money limit(String suspense) {
        var amount = found(suspense).state().amount();
        return new Money(amount.currency(), servicing.aloneLimit());
    }

    private Decided<Suspense> found(String suspense) {
        return things.find(Suspense.class, suspense).orElseThrow();
    }

    private static String text(String pointer, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ValueNotAllowed.at(pointer, "not-a-text", "1 to " + LONGEST_TEXT + " characters", "another length");
        }
        return text;
    }

    @Operation(operationId = "getSuspense", summary = "Money in suspense", description = "As it stands now.")
    @GetMapping("/api/v1/suspense/{suspense}")
    @Readers
    ResponseEntity<SuspenseView> one(@PathVariable String suspense) {
        var found = found(suspense);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(SuspenseView.of(found));
    }

    @Operation(operationId = "listSuspense", summary = "All money in suspense", description = "The newest first.")
    @GetMapping("/api/v1/suspense")
    @Readers
    @Filters(words = @Words(value = "state", of = Suspense.State.class))
    ResponseEntity<Page<SuspenseView>> list(Listing listing) {
        return lists.page(listing, "loan.suspense_v1", "opened_at", Suspense.class, SuspenseView::of, "state");
    }
}
