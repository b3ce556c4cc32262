package tallystick.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Follows one node's stream from a position and writes down what it was given. */
final class TailReader implements Runnable {
    /** One event as a reader saw it. */
    record Seen(long position, String eventId) {}

    private final OpenStore node;
    final long from;
    private final Random random;
    private final boolean slow;
    private final List<Seen> seen = new ArrayList<>();
    private volatile long until = Long.MAX_VALUE;

    TailReader(OpenStore node, long from, Random random, boolean slow) {
        this.node = node;
        this.from = from;
        this.random = random;
        this.slow = slow;
    }

    @Override
    public void run() {
        try (var stream = node.eventStore().openStream(new GlobalSequenceTrackingToken(from))) {
            long position = from;
            while (position < until) {
                if (stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)) {
                    var event = stream.nextAvailable();
                    position = event.trackingToken().position().orElseThrow();
                    seen.add(new Seen(position, event.getIdentifier()));
                }
                if (slow && random.nextInt(40) == 0) {
                    TimeUnit.MILLISECONDS.sleep(30);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void until(long position) {
        until = position;
    }

    /** Once the thread has ended. */
    List<Seen> seen() {
        return seen;
    }
}
