package tallystick.application.signing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The simulated signer, which is there only when it is given a secret; never give it one where people sign for real.
 *
 * @param secret {@code whsec_} and the base64 of at least 16 bytes; several, parted by commas, while keys change
 * @param fault what goes wrong with everything it sends
 */
@ConfigurationProperties("tallystick.signing.simulated")
record SigningSettings(@Nullable String secret, SimulatedSigner.@Nullable Fault fault) {
    SimulatedSigner.Fault faultOrNone() {
        return fault == null ? SimulatedSigner.Fault.NONE : fault;
    }
}
