package tallystick.application.api;

import java.time.Instant;
import tallystick.kernel.Addressed;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;

/** What one may ask of a dealer. */
public sealed interface DealerCommand extends Addressed {
    @Override
    DealerId target();

    /**
     * @param account where its money goes, sealed for the dealer, purpose IDENTITY, field {@code payoutAccount}
     * @param limit the most that may be open through it
     */
    record ProposeDealer(
            DealerId target,
            String title,
            String jurisdiction,
            String companyNumber,
            Sealed account,
            Money limit,
            String by,
            Instant at)
            implements DealerCommand {}

    /** By another person than the one who proposed it. Also lets a suspended one back in. */
    record AdmitDealer(DealerId target, String by, Instant at) implements DealerCommand {}

    /** Nothing new comes through it; what runs goes on. */
    record SuspendDealer(DealerId target, String reason, String by, Instant at) implements DealerCommand {}
}
