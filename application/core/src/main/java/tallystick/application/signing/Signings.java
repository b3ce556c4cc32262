package tallystick.application.signing;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallystick.application.api.ApplicationCommand;
import tallystick.application.api.ApplicationCommand.TakeSignature;
import tallystick.application.api.ApplicationCommand.TakeSignatureDecline;
import tallystick.application.lifecycle.Contract;
import tallystick.application.signing.SigningService.Answer;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;

/** What signing services say, verified and handed to the application. A repeat of a message does nothing. */
final class Signings {
    private static final Logger LOG = LoggerFactory.getLogger(Signings.class);

    private final Map<String, SigningService> services;
    private final Commands commands;
    private final InstantSource clock;

    Signings(Map<String, SigningService> services, Commands commands, InstantSource clock) {
        this.services = Map.copyOf(services);
        this.commands = commands;
        this.clock = clock;
    }

    Optional<SigningService> named(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /** The status to answer with: 404 for an unknown service, 401 for what proves nothing, 204 for the rest. */
    int receive(String name, Function<String, @Nullable String> headers, byte[] body) {
        var service = services.get(name);
        if (service == null) {
            return 404;
        }
        var answer = service.receive(headers, body, clock.instant());
        answer.ifPresent(said -> take(said, name));
        return answer.isPresent() ? 204 : 401;
    }

    private void take(Answer answer, String service) {
        var at = clock.instant();
        switch (answer) {
            case Answer.Signed said ->
                send(new TakeSignature(
                        said.application(),
                        said.document(),
                        said.signer(),
                        service,
                        Contract.loan(said.application()),
                        at));
            case Answer.Declined said ->
                send(new TakeSignatureDecline(said.application(), said.signer(), service, said.reason(), at));
            case Answer.Unreadable _ -> LOG.warn("Expected a message of signing service {} to be readable.", service);
        }
    }

    private void send(ApplicationCommand command) {
        try {
            commands.sendAndWait(command);
        } catch (Refused unknown) {
            LOG.warn(
                    "A signing service spoke of {}: {}",
                    command.target(),
                    unknown.refusal().code());
        }
    }
}
