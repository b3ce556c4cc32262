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
import java.util.concurrent.locks.ReentrantLock;
import tallystick.application.api.FundingLineCommand.ReserveMany;
import tallystick.application.api.FundingLineCommand.Wanted;
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

    private record Asked(Wanted wanted, CompletableFuture<Boolean> answer) {}

    private record Waiting(Queue<Asked> queue, ReentrantLock turn) {}

    /** Whether there was room; when it returns true the reservation is durable. Safe to repeat. */
    public boolean reserve(FundingLineId id, Wanted wanted) {
        var line = lines.computeIfAbsent(id, _ -> new Waiting(new ConcurrentLinkedQueue<>(), new ReentrantLock()));
        var asked = new Asked(wanted, new CompletableFuture<>());
        line.queue().add(asked);
        line.turn().lock();
        try {
            // Whoever had the turn before may have answered for us.
            while (!asked.answer().isDone()) {
                decide(id, next(line.queue()));
            }
        } finally {
            line.turn().unlock();
        }
        return answered(asked);
    }

    private static List<Asked> next(Queue<Asked> queue) {
        var batch = new ArrayList<Asked>();
        for (var asked = queue.poll(); asked != null; asked = batch.size() < MOST_AT_ONCE ? queue.poll() : null) {
            batch.add(asked);
        }
        return batch;
    }

    private void decide(FundingLineId id, List<Asked> batch) {
        try {
            var wanted = batch.stream().map(Asked::wanted).toList();
            Decided<FundingLine> decided = commands.sendAndWait(new ReserveMany(id, wanted, clock.instant()));
            var taken = decided.state().taken();
            batch.forEach(asked -> asked.answer()
                    .complete(taken.by(
                                    asked.wanted().application(), asked.wanted().placement())
                            != null));
        } catch (Refused noSuchLine) {
            batch.forEach(asked -> asked.answer().complete(false));
        } catch (RuntimeException failed) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failed));
        }
    }

    private static boolean answered(Asked asked) {
        try {
            return asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
