package tallystick.runtime.store;

import java.util.List;
import java.util.Optional;

/** Looks claims up and records claims that come without events, such as the stored answer of a refusal. */
public interface Claims {
    Optional<Claim> find(String kind, String key);

    /**
     * Takes or gives back all or nothing, durably.
     *
     * @throws ClaimTaken when one of them is taken
     */
    void record(List<Claim> claims);

    /** Forgets claims of a kind older than a moment; for kinds with a retention, such as idempotency keys. */
    int forget(String kind, java.time.Instant before, int most);
}
