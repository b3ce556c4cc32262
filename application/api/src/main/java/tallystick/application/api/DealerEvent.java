package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;

/** Everything that can happen to a dealer. Stored for ever: add, never rename or move. */
public sealed interface DealerEvent {
    DealerId dealer();

    record DealerProposed(
            DealerId dealer,
            String title,
            String jurisdiction,
            String companyNumber,
            Sealed account,
            Money limit,
            String by,
            Instant at)
            implements DealerEvent {}

    record DealerAdmitted(DealerId dealer, String by, Instant at) implements DealerEvent {}

    record DealerSuspended(DealerId dealer, String reason, String by, Instant at) implements DealerEvent {}
}
