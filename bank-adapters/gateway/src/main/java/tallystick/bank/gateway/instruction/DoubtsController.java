package tallystick.bank.gateway.instruction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tallystick.bank.gateway.instruction.InstructionTable.Row;
import tallystick.kernel.Money;
import tallystick.runtime.web.door.Filters;
import tallystick.runtime.web.door.Readers;
import tallystick.runtime.web.lists.Column;
import tallystick.runtime.web.lists.Listing;
import tallystick.runtime.web.lists.Page;

/** Every cent in doubt, with who looks after it and for how long already. */
@RestController
@Tag(name = "Banks")
class DoubtsController {
    private final InstructionTable table;
    private final InstantSource clock;

    DoubtsController(InstructionTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Money of which nobody can say where it is.
     *
     * @param owner {@code gateway} while it asks by itself, {@code operations} once a person was called
     * @param age from the order until now
     */
    record DoubtView(
            String instruction,
            String kind,
            String bank,
            State state,
            Money amount,
            @Nullable String loan,
            String owner,
            Duration age,
            Instant since,
            int questions,
            @Nullable Instant nextQueryAt) {
        static DoubtView of(Row row, Instant now) {
            var loan = row.order().loan();
            return new DoubtView(
                    row.id().value(),
                    row.order().kind(),
                    row.bank().value(),
                    row.state(),
                    row.order().amount(),
                    loan == null ? null : loan.value(),
                    row.handedOver() ? Sending.OWNER : "gateway",
                    Duration.between(row.committedAt(), now),
                    row.since(),
                    row.looks(),
                    row.dueAt());
        }
    }

    @Operation(
            operationId = "listDoubts",
            summary = "Money in doubt, newest first",
            description =
                    "Orders of which nobody can say what became of them, with their owner and age. The gateway asks"
                            + " the bank ever more seldom; after a day a person is called.")
    @GetMapping("/api/v1/doubts")
    @Readers
    @Filters({"bank", "owner"})
    ResponseEntity<Page<DoubtView>> list(Listing listing) {
        var page = listing.by(new Column("committed_at", "timestamptz"), new Column("id", "text"));
        var rows = table.doubts(
                page,
                listing.filter("bank").orElse(null),
                listing.filter("owner").orElse(null));
        var now = clock.instant();
        return listing.answer(
                rows, row -> List.of(row.committedAt().toString(), row.id().value()), row -> DoubtView.of(row, now));
    }
}
