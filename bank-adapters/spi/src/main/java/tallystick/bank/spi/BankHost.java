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
}
