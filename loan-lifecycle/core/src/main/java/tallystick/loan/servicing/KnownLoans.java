package tallystick.loan.servicing;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import tallystick.loan.api.LoanEvent;
import tallystick.runtime.decide.Decided;
import tallystick.runtime.decide.Things;
import tallystick.runtime.web.Standard;

/** Loans as they are, and as they were known at an instant. */
final class KnownLoans {
    private final Things things;
    private final EventStore events;

    KnownLoans(Things things, EventStore events) {
        this.things = things;
        this.events = events;
    }

    /** A loan whose id is known to be one; 404 when it was booked only after that instant. */
    Decided<Loan> known(String id, @Nullable Instant knownAt) {
        return (knownAt == null ? things.find(Loan.class, id) : at(id, knownAt))
                .orElseThrow(() -> Standard.NOT_FOUND
                        .with("Expected loan %s to be known at %s; it was booked later.".formatted(id, knownAt))
                        .rejected());
    }

    private Optional<Decided<Loan>> at(String id, Instant knownAt) {
        Loan loan = null;
        var version = 0L;
        var history = events.readEvents(id, 0); // Not from the snapshot, which may know more than was known then.
        while (history.hasNext()) {
            var message = history.next();
            if (message.getTimestamp().isAfter(knownAt)) {
                break;
            }
            loan = Telling.after(loan, (LoanEvent) message.getPayload());
            version = message.getSequenceNumber() + 1;
        }
        return loan == null ? Optional.empty() : Optional.of(new Decided<>(id, version, loan));
    }
}
