package tallystick.runtime.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way along the log, from a position to the end and on. Events of a class that is not wanted are passed over,
 * except that after a page or a while of nothing else the last of them is a milestone: the reader's position is stored and
 * shown, and must not stay behind. Used by one thread, as Axon's streams are.
 */
final class TailStream implements TrackingEventStream {
    private static final long MILESTONE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Tail tail;
    private final int page;
    private final Predicate<Class<?>> wanted;
    private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
    private long position;
    private volatile long filled = System.nanoTime();
    private @Nullable TrackedEventMessage<?> passedOver;
    private @Nullable Consumer<List<TrackedEventMessage<?>>> bell;

    TailStream(Tail tail, long position, int page, Predicate<Class<?>> wanted) {
        this.tail = tail;
        this.position = position;
        this.page = page;
        this.wanted = wanted;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(ahead.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        fill();
        for (long left = end - System.nanoTime(); ahead.isEmpty() && left > 0; left = end - System.nanoTime()) {
            tail.await(position, Math.min(left, MILESTONE_NANOS), TimeUnit.NANOSECONDS);
            fill();
        }
        return !ahead.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException(
                        "Interrupted while waiting for an event after position " + position + ".");
            }
        }
        var next = ahead.poll();
        if (next == null) {
            throw new NoSuchElementException("The stream was read by two threads.");
        }
        return next;
    }

    private void fill() {
        if (!ahead.isEmpty()) {
            return;
        }
        var messages = tail.after(position, page);
        if (!messages.isEmpty()) {
            position = ((GlobalSequenceTrackingToken) messages.getLast().trackingToken()).getGlobalIndex();
            messages.stream().filter(this::isWanted).forEach(ahead::add);
            passedOver = isWanted(messages.getLast()) ? null : messages.getLast();
        }
        if (ahead.isEmpty() && passedOver != null && (messages.size() >= page || isLongAgo())) {
            ahead.add(passedOver);
            passedOver = null;
        }
        if (!ahead.isEmpty()) {
            filled = System.nanoTime();
        }
    }

    private boolean isLongAgo() {
        return System.nanoTime() - filled >= MILESTONE_NANOS;
    }

    private boolean isWanted(TrackedEventMessage<?> message) {
        return wanted.test(message.getPayloadType());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        Consumer<List<TrackedEventMessage<?>>> rings = arrivals -> {
            if (arrivals.stream().anyMatch(this::isWanted) || isLongAgo()) {
                callback.run();
            }
        };
        bell = rings;
        tail.onArrival(rings);
        return true;
    }

    @Override
    public void close() {
        if (bell != null) {
            tail.forget(bell);
        }
    }
}
