package tallystick.bank.spi;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/** What the platform offers an adapter. */
public interface BankHost {
    /** The bank's name among the platform's banks. */
    String bank();

    /** The one clock of the platform; an adapter reads no other. */
    InstantSource clock();

    /** Where the bank's messages of a channel go; empty until the platform listens. */
    Optional<URI> callbackAddress(String channel);

    /**
     * Takes a message that the adapter has fetched itself, such as a file, as if the bank had called back on the
     * message's channel: {@link BankAdapter#receive} verifies it, then and again when it is worked off.
     *
     * @return whether it is kept, now or before; if not, nothing of it is, and the adapter gives it again later
     */
    default boolean deliver(RawInbound message) {
        return false;
    }
}
