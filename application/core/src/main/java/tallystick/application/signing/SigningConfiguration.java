package tallystick.application.signing;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.web.ProblemCode;
import tallystick.runtime.web.ProblemCodes;

/** Plugs signing services in: every bean of the port is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningSettings.class)
@Import(SigningController.class)
public class SigningConfiguration {
    @Bean
    Signings signings(ObjectProvider<SigningService> services, Commands commands, InstantSource clock) {
        return new Signings(
                services.stream().collect(Collectors.toMap(SigningService::name, Function.identity())),
                commands,
                clock);
    }

    /** Its messages come on threads of their own, as if from outside. */
    @Bean
    @ConditionalOnProperty("tallystick.signing.simulated.secret")
    SigningService simulatedSigner(SigningSettings settings, ObjectProvider<Signings> signings, InstantSource clock) {
        return new SimulatedSigner(
                WebhookSignature.of(Objects.requireNonNull(settings.secret())),
                settings.faultOrNone(),
                (headers, body) -> Thread.ofVirtual()
                        .name("simulated-signer")
                        .start(() -> signings.getObject().receive(SimulatedSigner.NAME, headers::get, body)),
                clock);
    }

    @Bean
    ProblemCodes signingProblems() {
        return () -> List.of(new ProblemCode(
                "signing-service-unknown", 409, "No such signing service", "Let them sign at the counter."));
    }
}
