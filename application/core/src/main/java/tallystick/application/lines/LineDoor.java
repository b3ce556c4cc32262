package tallystick.application.lines;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.DecideTogether;
import tallystick.application.api.FundingLineCommand.Reserve;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Refused;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Decided;

/**
 * The door to funding lines. A line is a hot spot: who waits for one on this node is gathered into one command, decided in
 * the order of arrival and appended together, each getting its own answer. Truth does not hang on it: the append refuses
 * whoever decided from a state that another node has changed.
 */
public final class LineDoor {
    private static final int MOST_AT_ONCE = 500;

    private final Commands commands;
    private final InstantSource clock;
    private final Map<FundingLineId, Waiting> lines = new ConcurrentHashMap<>();

    LineDoor(Commands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    private record Asked(FundingLineCommand command, CompletableFuture<Void> answer) {}

    private record Waiting(Queue<Asked> queue, AtomicBoolean busy) {}

    /** Whether there was room; when it returns true the reservation is durable. Safe to repeat. */
    public boolean reserve(Reserve wanted) {
        try {
            send(wanted);
            return true;
        } catch (Refused noRoom) {
            return false;
        }
    }

    /**
     * Returns when it is durable.
     *
     * @throws Refused when it may not happen
     */
    public void send(FundingLineCommand command) {
        var line = lines.computeIfAbsent(
                command.target(), _ -> new Waiting(new ConcurrentLinkedQueue<>(), new AtomicBoolean()));
        var asked = new Asked(command, new CompletableFuture<>());
        line.queue().add(asked);
        work(command.target(), line);
        try {
            asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** One thread a line, which is there while somebody waits. */
    private void work(FundingLineId id, Waiting line) {
        if (!line.queue().isEmpty() && line.busy().compareAndSet(false, true)) {
            Thread.ofVirtual().name("line-" + id.name()).start(() -> {
                for (var batch = next(line.queue()); !batch.isEmpty(); batch = next(line.queue())) {
                    decide(id, batch, line.queue());
                }
                line.busy().set(false);
                work(id, line); // For who came between the last look and now.
            });
        }
    }

    private static List<Asked> next(Queue<Asked> queue) {
        var batch = new ArrayList<Asked>();
        for (var asked = queue.poll(); asked != null; asked = batch.size() < MOST_AT_ONCE ? queue.poll() : null) {
            batch.add(asked);
        }
        return batch;
    }

    private void decide(FundingLineId id, List<Asked> batch, Queue<Asked> again) {
        try {
            var together = batch.stream().map(Asked::command).toList();
            Decided<FundingLine> decided = commands.sendAndWait(new DecideTogether(id, together, clock.instant()));
            batch.forEach(asked -> answer(asked, decided.state(), again));
        } catch (RuntimeException | Error failed) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failed));
        }
    }

    /** What had its effect has none now. What would have one now found no room in its turn: there is room since. */
    private static void answer(Asked asked, FundingLine line, Queue<Asked> again) {
        try {
            if (LineDeciding.decide(asked.command(), line).isEmpty()) {
                asked.answer().complete(null);
            } else {
                again.add(asked);
            }
        } catch (Refused no) {
            asked.answer().completeExceptionally(no);
        }
    }
}
