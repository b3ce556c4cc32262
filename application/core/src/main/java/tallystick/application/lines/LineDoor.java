package tallystick.application.lines;

import static java.util.Collections.disjoint;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import tallystick.application.api.FundingLineCommand;
import tallystick.application.api.FundingLineCommand.*;
import tallystick.kernel.FundingLineId;
import tallystick.kernel.Refusal;
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

    /** Why there is no room; when there is, the reservation is durable. Safe to repeat. */
    public Optional<Refusal> reserve(Reserving wanted) {
        try {
            send(wanted);
            return Optional.empty();
        } catch (Refused noRoom) {
            return Optional.of(noRoom.refusal());
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
                var again = List.<Asked>of();
                for (var batch = next(again, line.queue()); !batch.isEmpty(); batch = next(again, line.queue())) {
                    again = decide(id, batch);
                }
                line.busy().set(false);
                work(id, line); // For who came between the last look and now.
            });
        }
    }

    /**
     * First those who found no room in their turn. Of one attempt one at a time: what became of it shows in the state after
     * them all only when nothing else of the batch has touched it.
     */
    private static List<Asked> next(List<Asked> again, Queue<Asked> queue) {
        var batch = new ArrayList<>(again);
        var touched = new HashSet<Attempted>();
        again.forEach(asked -> touched.addAll(touched(asked.command())));
        for (var asked = queue.peek();
                asked != null && batch.size() < MOST_AT_ONCE && disjoint(touched, touched(asked.command()));
                asked = queue.peek()) {
            touched.addAll(touched(asked.command()));
            batch.add(queue.remove());
        }
        return batch;
    }

    private static List<Attempted> touched(FundingLineCommand command) {
        return switch (command) {
            case Reserve c -> List.of(new Attempted(c.application(), c.placement()));
            case ReserveExposure c -> List.of(new Attempted(c.application(), c.placement()));
            case HoldReservation c -> List.of(new Attempted(c.application(), c.placement()));
            case Confirm c -> List.of(new Attempted(c.application(), c.placement()));
            case Release c -> List.of(new Attempted(c.application(), c.placement()));
            case ExpireReservation c -> List.of(new Attempted(c.application(), c.placement()));
            case Reopen c -> List.of(new Attempted(c.application(), c.placement()));
            case Settle c -> c.reservations();
            case ProposeLine _, OpenExposure _, ApproveLine _, ChangeLimit _, DecideTogether _, Replenish _ ->
                List.of();
        };
    }

    /** Gives those who are to be asked again. */
    private List<Asked> decide(FundingLineId id, List<Asked> batch) {
        try {
            var together = batch.stream().map(Asked::command).toList();
            Decided<FundingLine> decided = commands.sendAndWait(new DecideTogether(id, together, clock.instant()));
            return batch.stream()
                    .filter(asked -> !isAnswered(asked, decided.state()))
                    .toList();
        } catch (RuntimeException | Error failed) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failed));
            return List.of();
        }
    }

    /** What had its effect has none now. What would have one now found no room in its turn: there is room since. */
    private static boolean isAnswered(Asked asked, FundingLine line) {
        try {
            if (!LineDeciding.decide(asked.command(), line).isEmpty()) {
                return false;
            }
            asked.answer().complete(null);
        } catch (Refused no) {
            asked.answer().completeExceptionally(no);
        }
        return true;
    }
}
