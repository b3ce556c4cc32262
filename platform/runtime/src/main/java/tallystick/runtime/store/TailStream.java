package tallystick.runtime.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way along the log, from a position to the end and on. Used by one thread, as Axon's streams are. */
final class TailStream implements TrackingEventStream {
    private final Tail tail;
    private final int page;
    private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
    private long position;
    private @Nullable Runnable bell;

    TailStream(Tail tail, long position, int page) {
        this.tail = tail;
        this.position = position;
        this.page = page;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(ahead.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        fill();
        if (ahead.isEmpty() && timeout > 0 && tail.await(position, timeout, unit)) {
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
        if (ahead.isEmpty()) {
            var messages = tail.after(position, page);
            ahead.addAll(messages);
            if (!messages.isEmpty()) {
                position = ((GlobalSequenceTrackingToken) messages.getLast().trackingToken()).getGlobalIndex();
            }
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        bell = callback;
        tail.onArrival(callback);
        return true;
    }

    @Override
    public void close() {
        if (bell != null) {
            tail.forget(bell);
        }
    }
}
