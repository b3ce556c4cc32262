package tallystick.runtime.processing.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.ProcessingGroup.ReadModel;
import tallystick.runtime.processing.Progress;
import tallystick.runtime.processing.batch.BatchEnds;
import tallystick.runtime.processing.batch.Sequence;
import tallystick.runtime.processing.tokens.TokenRows;
import tallystick.runtime.processing.tokens.TokenRows.TokenRow;

/**
 * Waits for the one segment of each read model that owns the thing. A commit on this node wakes the waiter at once; a
 * segment that another node owns is looked up in the tokens, at growing intervals.
 */
final class ReadYourWrites implements Progress {
    private static final long FIRST_LOOK_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private final Processors processors;
    private final Subscriptions subscriptions;
    private final TokenRows tokens;
    private final JdbcTemplate jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();

    ReadYourWrites(
            Processors processors, Subscriptions subscriptions, TokenRows tokens, JdbcTemplate jdbc, BatchEnds ends) {
        this.processors = processors;
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.jdbc = jdbc;
        ends.listen(this::wake);
    }

    /** What one read model has to pass. */
    private record Target(RunningGroup group, int segment, long position) {}

    @Override
    public boolean caughtUp(String context, String id, long version, Duration within) {
        var until = System.nanoTime() + within.toNanos();
        var waiting = processors.groups().stream()
                .filter(g -> g.group() instanceof ReadModel && g.name().schema().equals(context))
                .flatMap(g -> target(g, id, version).stream())
                .toList();
        var pause = FIRST_LOOK_MILLIS;
        while (true) {
            waiting = waiting.stream().filter(t -> !passed(t)).toList();
            var left = until - System.nanoTime();
            if (waiting.isEmpty() || left <= 0) {
                return waiting.isEmpty();
            }
            pause(waiting, Math.min(left, TimeUnit.MILLISECONDS.toNanos(pause)));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private List<Target> target(RunningGroup group, String id, long version) {
        return jdbc.query(
                """
                select position from store.events where id = ? and sequence < ? and name = any (?)
                order by sequence desc limit 1\
                """,
                (row, _) -> new Target(group, owner(group, id), row.getLong(1)),
                id,
                version,
                subscriptions.of(group).toArray(String[]::new));
    }

    private int owner(RunningGroup group, String id) {
        return group.processor().processingStatus().values().stream()
                .map(EventTrackerStatus::getSegment)
                .filter(segment -> Sequence.owned(segment, id))
                .findFirst()
                .map(Segment::getSegmentId)
                .orElseGet(() -> ownerElsewhere(group, id));
    }

    private int ownerElsewhere(RunningGroup group, String id) {
        var ids = tokens.of(group.name()).stream().mapToInt(TokenRow::segment).toArray();
        return Arrays.stream(ids)
                .filter(each -> Sequence.owned(Segment.computeSegment(each, ids.clone()), id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected group '%s' to have tokens; found none for %s. Start a node that processes."
                                .formatted(group.name(), id)));
    }

    private boolean passed(Target target) {
        return passedHere(target)
                || tokens.of(target.group().name()).stream()
                        .anyMatch(t -> t.segment() == target.segment() && t.position() >= target.position());
    }

    /** Until a commit on this node brings one of them further, or the time is over. */
    private void pause(List<Target> waiting, long nanos) {
        lock.lock();
        try {
            var left = nanos;
            while (left > 0 && waiting.stream().noneMatch(ReadYourWrites::passedHere)) {
                left = committed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for read models", e);
        } finally {
            lock.unlock();
        }
    }

    private static boolean passedHere(Target target) {
        var here = target.group().processor().processingStatus().get(target.segment());
        return here != null && here.getCurrentPosition().orElse(0) >= target.position();
    }

    private void wake() {
        lock.lock();
        try {
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
