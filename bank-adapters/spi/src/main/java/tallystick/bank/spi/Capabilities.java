package tallystick.bank.spi;

import java.time.Duration;
import java.util.Set;

/**
 * What a bank and its adapter promise. The gateway believes it, so it must be true: the rules about sending again and
 * about "not found" rest on it.
 *
 * @param operations what may be submitted
 * @param channels the inbound channels, as they end the callback address
 * @param silenceMeansAccepted whether no answer counts as accepted; never as confirmed
 */
public record Capabilities(
        Set<Operation> operations,
        Set<String> channels,
        Idempotency idempotency,
        Inquiry inquiry,
        boolean silenceMeansAccepted) {
    public Capabilities {
        operations = Set.copyOf(operations);
        channels = Set.copyOf(channels);
    }

    /**
     * What the bank does with an id it has seen.
     *
     * @param lifetime how long it remembers; zero when it does not
     */
    public record Idempotency(Duration lifetime) {}

    /**
     * Whether it can be asked.
     *
     * @param byOurId whether it finds an instruction by our id
     * @param grace how long after a submission "not found" may still be wrong
     */
    public record Inquiry(boolean byOurId, Duration grace) {}
}
