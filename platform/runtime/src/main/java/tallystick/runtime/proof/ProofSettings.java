package tallystick.runtime.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How often the groups are proven. */
@ConfigurationProperties("tallystick.proof")
public record ProofSettings(@DefaultValue("10s") Duration every) {
    public ProofSettings {
        if (every.toMillis() < 100) {
            throw new IllegalArgumentException("Expected tallystick.proof.every of 100 ms or more, found " + every);
        }
    }
}
