package tallystick.runtime.decide;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tallystick.runtime.store.Histories;
import tallystick.runtime.store.StoreEngine;
import tallystick.runtime.store.TallystickEventStore;
import tallystick.runtime.telemetry.CommandMetrics;
import tallystick.runtime.telemetry.TraceOnDispatch;
import tallystick.runtime.telemetry.TraceOnHandling;

/** The command bus and the door in front of it. */
@AutoConfiguration
@EnableConfigurationProperties(DecideSettings.class)
class DecideConfiguration {
    /** Without a transaction: a command that waits for its turn holds no connection. */
    @Bean
    CommandBus commandBus(CommandMetrics metrics) {
        var bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageMonitor(metrics)
                .build();
        bus.registerDispatchInterceptor(new TraceOnDispatch<>());
        bus.registerHandlerInterceptor(new TraceOnHandling<>());
        return bus;
    }

    @Bean
    Decisions decisions(
            CommandBus bus,
            StoreEngine engine,
            TallystickEventStore events,
            Histories histories,
            Clock clock,
            ObjectProvider<Answers> answers,
            DecideSettings settings) {
        return new Decisions(
                bus,
                engine,
                events,
                histories,
                clock,
                answers.getIfAvailable(() -> DecideConfiguration::noRequests),
                settings);
    }

    @Bean(destroyMethod = "close")
    BusCommands commands(Decisions decisions, ObjectProvider<Decider<?, ?, ?>> deciders) {
        return decisions.door(deciders.stream().toList());
    }

    @Bean
    Things things(Decisions decisions, ObjectProvider<Decider<?, ?, ?>> deciders) {
        return decisions.look(deciders.stream().toList());
    }

    /** A node without the web takes no requests, so none of its commands carries a key. */
    private static byte[] noRequests(Origin.Once once, Decided<?> decided) {
        throw new IllegalStateException(
                "Expected no Idempotency-Key on a node without the web; found one for %s.".formatted(decided.id()));
    }
}
