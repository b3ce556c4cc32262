package tallystick.runtime.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.monitoring.MessageMonitor;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;

/** Times each command from the bus until its events are durable, by what became of it. Given to the command bus. */
public final class CommandMetrics implements MessageMonitor<CommandMessage<?>> {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public MonitorCallback onMessageIngested(CommandMessage<?> message) {
        Timer.Sample begun = Timer.start(registry);
        String command = message.getPayloadType().getSimpleName();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                begun.stop(timer(command, "done"));
            }

            @Override
            public void reportFailure(Throwable cause) {
                begun.stop(timer(command, outcome(cause)));
            }

            @Override
            public void reportIgnored() {
                begun.stop(timer(command, "ignored"));
            }
        };
    }

    /** A refusal is an outcome and a conflict is tried again: neither is a fault to be alarmed about. */
    private static String outcome(Throwable cause) {
        return switch (cause) {
            case Refused _ -> "refused";
            case ConcurrencyException _ -> "conflict";
            case CommandExecutionException failure
            when failure.getDetails().filter(Refusal.class::isInstance).isPresent() -> "refused";
            default -> "failed";
        };
    }

    private Timer timer(String command, String outcome) {
        return Timer.builder(MetricNames.COMMAND)
                .tag("command", command)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
