package tallystick.bank.gateway.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Makes one call of many: who asks while a call is under way is in the next one, so that calls grow with the load and a
 * commit is shared by all who wait for it. One thread calls, and only while somebody waits. When a call for several fails,
 * each of them is tried alone: nobody suffers from what another asked.
 *
 * @param <T> what one asks
 * @param <R> what one is answered
 */
public final class Gathering<T, R> {
    private final String name;
    private final int most;
    private final Function<List<T>, List<R>> call;
    private final Queue<Asked<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    private record Asked<T, R>(T one, CompletableFuture<R> answer) {}

    /** @param call answers each of at most so many, in their order */
    public Gathering(String name, int most, Function<List<T>, List<R>> call) {
        this.name = name;
        this.most = most;
        this.call = call;
    }

    /** The answer of the call that this one was part of, or what it threw. */
    public R ask(T one) {
        var asked = new Asked<T, R>(one, new CompletableFuture<>());
        queue.add(asked);
        work();
        try {
            return asked.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void work() {
        if (!queue.isEmpty() && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(() -> {
                for (var batch = next(); !batch.isEmpty(); batch = next()) {
                    answer(batch);
                }
                busy.set(false);
                work(); // For who came between the last look and now.
            });
        }
    }

    private List<Asked<T, R>> next() {
        var batch = new ArrayList<Asked<T, R>>();
        for (var asked = queue.poll(); asked != null; asked = batch.size() < most ? queue.poll() : null) {
            batch.add(asked);
        }
        return batch;
    }

    private void answer(List<Asked<T, R>> batch) {
        try {
            var answers = call.apply(batch.stream().map(Asked::one).toList());
            for (var nr = 0; nr < batch.size(); nr++) {
                batch.get(nr).answer().complete(answers.get(nr));
            }
        } catch (RuntimeException | Error failed) {
            if (batch.size() == 1) {
                batch.getFirst().answer().completeExceptionally(failed);
            } else {
                batch.forEach(asked -> answer(List.of(asked)));
            }
        }
    }
}
