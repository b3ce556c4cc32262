package tallystick.runtime.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Addressed;
import tallystick.kernel.Refusal;
import tallystick.kernel.Refused;
import tallystick.runtime.store.Conflict;
import tallystick.runtime.store.OutcomeUnknown;
import tallystick.runtime.telemetry.TraceIds;

/** Sends commands over Axon's command bus, in this process or another's. */
final class BusCommands implements Commands, AutoCloseable {
    private final CommandBus bus;
    private final Many many;
    private final DecideSettings settings;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("command-", 0).factory());

    BusCommands(CommandBus bus, Many many, DecideSettings settings) {
        this.bus = bus;
        this.many = many;
        this.settings = settings;
    }

    @Override
    public <S> Decided<S> send(Addressed command, Origin origin) {
        var metadata = Metadata.of(origin);
        return CurrentUnitOfWork.isStarted() ? onItsOwnThread(command, metadata) : tried(command, metadata);
    }

    @Override
    public <S> Decided<S> sendAndWait(Addressed command) {
        return send(command, Origin.of("system"));
    }

    @Override
    public <S> List<Outcome<S>> decideMany(List<? extends Addressed> commands, Origin origin) {
        var outcomes = new ArrayList<Outcome<S>>();
        for (int from = 0; from < commands.size(); from += settings.chunk()) {
            var chunk = commands.subList(from, Math.min(commands.size(), from + settings.chunk()));
            outcomes.addAll(many.decide(chunk, Metadata.of(origin), command -> one(command, origin)));
        }
        return outcomes;
    }

    /** For the few of many that met a conflict. */
    private <S> Outcome<S> one(Addressed command, Origin origin) {
        try {
            return new Outcome.Done<>(send(command, origin));
        } catch (Refused e) {
            return new Outcome.Refused<>(e.refusal());
        } catch (RuntimeException e) {
            return new Outcome.Failed<>(command.target().value(), e);
        }
    }

    private <S> Decided<S> onItsOwnThread(Addressed command, MetaData metadata) {
        var answer = CompletableFuture.supplyAsync(
                () -> this.<S>tried(command, metadata), work -> threads.execute(TraceIds.carry(work)));
        try {
            return answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new OutcomeUnknown("Expected %s for %s to be decided within %s; it still is at work."
                    .formatted(
                            command.getClass().getSimpleName(), command.target().value(), settings.patience()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown(
                    "Interrupted while waiting for " + command.target().value() + ".");
        }
    }

    private <S> Decided<S> tried(Addressed command, MetaData metadata) {
        for (int attempt = 1; ; attempt++) {
            try {
                return dispatched(command, metadata);
            } catch (ConcurrencyException e) {
                if (attempt == settings.tries()) {
                    throw e instanceof Conflict conflict ? conflict : new Conflict(String.valueOf(e.getMessage()));
                }
                stepBack(attempt);
            }
        }
    }

    /** Two nodes that keep meeting at one thing must not keep step. */
    private static void stepBack(int attempt) {
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(500L * attempt, 1_500L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked") // The handler of a command answers with what its kind decided.
    private <S> Decided<S> dispatched(Addressed command, MetaData metadata) {
        var answer = new CompletableFuture<Decided<S>>();
        bus.<Addressed, Object>dispatch(new GenericCommandMessage<>(command, metadata), (message, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete((Decided<S>) result.getPayload());
            }
        });
        try {
            return answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw new OutcomeUnknown("Expected an answer within %s; %s gave none."
                    .formatted(settings.patience(), command.target().value()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown(
                    "Interrupted while waiting for " + command.target().value() + ".");
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof CommandExecutionException failure) {
            return failure.<Refusal>getDetails()
                    .<RuntimeException>map(Refused::new)
                    .orElse(failure);
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
