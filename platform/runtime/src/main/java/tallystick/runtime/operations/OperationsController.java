package tallystick.runtime.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tallystick.runtime.security.Caller;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Nothing;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;
import tallystick.runtime.web.writes.Holding;
import tallystick.runtime.web.writes.Said;
import tallystick.runtime.web.writes.Shows;
import tallystick.runtime.web.writes.Write;

/** Long work over HTTP. */
@RestController
@RequestMapping("/api/v1/operations")
@Readers
@Tag(name = "Operations", description = "Work that takes long: how far it is, and what came of it.")
class OperationsController {
    private final Operations operations;
    private final OperationTable table;
    private final OperationStream stream;
    private final Holding holding;
    private final java.time.InstantSource clock;

    OperationsController(
            Operations operations,
            OperationTable table,
            OperationStream stream,
            Holding holding,
            java.time.InstantSource clock) {
        this.operations = operations;
        this.table = table;
        this.stream = stream;
        this.holding = holding;
        this.clock = clock;
    }

    @Operation(
            operationId = "listOperations",
            summary = "Long work, newest first",
            description = "What the caller started; operations, auditor and admin see everybody's.")
    @GetMapping
    @Filters(
            value = "type",
            words = @Filters.Words(value = "state", of = tallystick.runtime.operations.Operation.State.class))
    ResponseEntity<Page<OperationView>> list(Listing listing, Caller caller) {
        var page = listing.by(new Column("queued_at", "timestamptz"), new Column("id", "text"));
        var owner = OperationGuard.watches(caller) ? null : caller.name();
        var found = table.list(
                page,
                owner,
                listing.filter("state").orElse(null),
                listing.filter("type").orElse(null));
        var now = clock.instant();
        return listing.answer(
                found,
                row -> java.util.List.of(row.queuedAt().toString(), row.id()),
                row -> OperationView.of(row, now));
    }

    @Operation(
            operationId = "getOperation",
            summary = "Long work as it stands",
            description =
                    "Prefer: wait=n holds the answer until the work has ended. As text/event-stream it follows the"
                            + " work.")
    @GetMapping(path = "/{operation}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OperationView> one(
            @PathVariable String operation, @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        return holding.hold(
                prefer, () -> operations.view(operation), view -> view.state().ended());
    }

    @Operation(hidden = true)
    @GetMapping(path = "/{operation}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter follow(@PathVariable String operation) {
        return stream.follow(operation);
    }

    @Operation(
            operationId = "cancelOperation",
            summary = "Cancel long work",
            description = "Waiting work ends at once, running work at its next step. What it did until then stays.")
    @PostMapping("/{operation}/cancellation")
    @Shows(value = OperationView.class, versioned = false)
    ResponseEntity<byte[]> cancel(@PathVariable String operation, @RequestBody Nothing body, Write write) {
        return write.once(() -> Said.json(200, java.util.Map.of(), operations.cancel(operation)));
    }
}
