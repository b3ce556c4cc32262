package tallystick.runtime.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events in memory, shared by all readers of this node, and the bell that wakes them. Events arrive from this
 * node's appender, or are read when the database says that another node appended. Only a gapless run is kept: what would
 * leave a hole is read from the store instead.
 */
final class Tail implements AppendListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Tail.class);

    private final EventReader reader;
    private final Function<List<StoredEvent>, List<TrackedEventMessage<?>>> messages;
    private final StoreSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<TrackedEventMessage<?>> recent = new ArrayDeque<>();
    private final Set<Consumer<List<TrackedEventMessage<?>>>> bells = new CopyOnWriteArraySet<>();
    private long start;
    private long end;

    Tail(
            EventReader reader,
            Function<List<StoredEvent>, List<TrackedEventMessage<?>>> messages,
            StoreSettings settings) {
        this.reader = reader;
        this.messages = messages;
        this.settings = settings;
        this.end = reader.head().position();
        this.start = end;
    }

    @Override
    public void appended(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var arrivals = List.<TrackedEventMessage<?>>of();
        lock.lock();
        try {
            if (events.getFirst().position() == end + 1) {
                arrivals = add(events);
            } // Else another node appended in between; the reader, woken by the database, brings both in order.
        } finally {
            lock.unlock();
        }
        ring(arrivals);
    }

    /** Brings in what this node has not seen yet. Called by one thread. */
    void catchUp() {
        while (true) {
            long from = end();
            var events = reader.after(from, settings.page());
            if (events.isEmpty()) {
                return;
            }
            List<TrackedEventMessage<?>> arrivals;
            lock.lock();
            try {
                long known = end;
                arrivals = add(events.stream()
                        .filter(event -> event.position() > known)
                        .toList());
            } finally {
                lock.unlock();
            }
            ring(arrivals);
        }
    }

    private List<TrackedEventMessage<?>> add(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var arrivals = messages.apply(events);
        recent.addAll(arrivals);
        end = events.getLast().position();
        while (recent.size() > settings.tail()) {
            start = position(recent.removeFirst());
        }
        arrived.signalAll();
        return arrivals;
    }

    private void ring(List<TrackedEventMessage<?>> arrivals) {
        for (var bell : bells) {
            try {
                bell.accept(arrivals);
            } catch (RuntimeException e) {
                log.warn("A reader of the event stream did not take its wake-up call.", e);
            }
        }
    }

    /** The messages after a position; at most {@code most}, none only when there are none yet. */
    List<TrackedEventMessage<?>> after(long position, int most) {
        lock.lock();
        try {
            if (position >= end) {
                return List.of();
            }
            if (position >= start) {
                return copy(position, most);
            }
        } finally {
            lock.unlock();
        }
        return messages.apply(reader.after(position, most));
    }

    private List<TrackedEventMessage<?>> copy(long position, int most) {
        var found = new ArrayList<TrackedEventMessage<?>>();
        for (var iterator = recent.descendingIterator(); iterator.hasNext(); ) {
            var message = iterator.next();
            if (position(message) <= position) {
                break;
            }
            found.add(message);
        }
        var inOrder = found.reversed();
        return new ArrayList<>(inOrder.subList(0, Math.min(most, inOrder.size())));
    }

    /** Waits until there is something after a position. */
    boolean await(long position, long timeout, TimeUnit unit) throws InterruptedException {
        lock.lock();
        try {
            long left = unit.toNanos(timeout);
            while (end <= position && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return end > position;
        } finally {
            lock.unlock();
        }
    }

    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** Called with what has arrived, by whoever brought it. */
    void onArrival(Consumer<List<TrackedEventMessage<?>>> bell) {
        bells.add(bell);
    }

    void forget(Consumer<List<TrackedEventMessage<?>>> bell) {
        bells.remove(bell);
    }

    private static long position(TrackedEventMessage<?> message) {
        return ((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex();
    }

    @Override
    public void close() {
        bells.clear();
    }
}
