package tallystick.bank.spi;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What a bank and its adapter promise. The gateway believes it, so it must be true: the rules about sending again and
 * about "not found" rest on it.
 *
 * @param operations what may be submitted
 * @param channels the inbound channels, as they end the callback address
 * @param hours when what is sent counts for the same day; an operation that is not named has no hours
 * @param silenceMeansAccepted whether no answer counts as accepted; never as confirmed
 */
public record Capabilities(
        Set<Operation> operations,
        Set<String> channels,
        Idempotency idempotency,
        Inquiry inquiry,
        Map<Operation, Hours> hours,
        boolean silenceMeansAccepted) {
    public Capabilities {
        operations = Set.copyOf(operations);
        channels = Set.copyOf(channels);
        hours = Map.copyOf(hours);
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

    /** From when until when the bank takes something in on a business day. */
    public record Hours(LocalTime opens, LocalTime cutOff, ZoneId zone) {
        public Hours {
            if (!opens.isBefore(cutOff)) {
                throw new IllegalArgumentException("Expected %s to be before %s.".formatted(opens, cutOff));
            }
        }
    }
}
