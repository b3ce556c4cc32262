package tallystick.runtime.processing.engine;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tallystick.runtime.processing.letters.Letters;
import tallystick.runtime.processing.tokens.TokenRows;
import tallystick.runtime.processing.tokens.TokenRows.TokenRow;

/**
 * Waits for the one segment of each read model that owns the thing. A commit on this node wakes the waiter at once; a
 * segment that another node owns is looked up in the tokens, at growing intervals, as is in the end one that this node
 * only believes to own. A read model that has put an event of
 * the thing aside has passed it without showing it.
 */
final class ReadYourWrites implements Progress {
    private static final long FIRST_LOOK_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    private final Processors processors;
    private final Subscriptions subscriptions;
    private final TokenRows tokens;
    private final JdbcTemplate jdbc;
    private final Letters letters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();

    ReadYourWrites(
            Processors processors, Subscriptions subscriptions, TokenRows tokens, JdbcTemplate jdbc, BatchEnds ends) {
        this.processors = processors;
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.letters = new Letters(jdbc);
        ends.listen(this::wake);
    }

    /** What one read model has to pass. */
    private record Target(RunningGroup group, int segment, long position) {}

    @Override
    public boolean caughtUp(String context, String id, long version, Duration within) {
        var until = System.nanoTime() + within.toNanos();
        var models = processors.groups().stream()
                .filter(g -> g.group() instanceof ReadModel && g.name().schema().equals(context))
                .toList();
        var waiting = models.isEmpty() ? List.<Target>of() : targets(models, id, version);
        var pause = FIRST_LOOK_MILLIS;
        while (true) {
            var everywhere = pause == LONGEST_PAUSE_MILLIS;
            waiting = waiting.stream().filter(t -> !passed(t, everywhere)).toList();
            var left = until - System.nanoTime();
            if (waiting.isEmpty()) {
                return !letters.holds(models.stream().map(RunningGroup::name).toList(), id);
            }
            if (left <= 0) {
                return false;
            }
            pause(waiting, Math.min(left, TimeUnit.MILLISECONDS.toNanos(pause)));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    /** Where each read model has to be: at the latest event of the thing that it subscribes to. */
    private List<Target> targets(List<RunningGroup> models, String id, long version) {
        var latest = new HashMap<String, Long>();
        jdbc.query(
                "select name, max(position) from store.events where id = ? and sequence < ? group by name",
                row -> {
                    latest.put(row.getString(1), row.getLong(2));
                },
                id,
                version);
        return models.stream()
                .flatMap(model -> latest.entrySet().stream()
                        .filter(event -> subscriptions.of(model).contains(event.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .max()
                        .stream()
                        .mapToObj(position -> new Target(model, owner(model, id), position)))
                .toList();
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

    private boolean passed(Target target, boolean everywhere) {
        return passedHere(target) || ((everywhere || !isHere(target)) && passedElsewhere(target));
    }

    private static boolean isHere(Target target) {
        return target.group().processor().processingStatus().containsKey(target.segment());
    }

    private boolean passedElsewhere(Target target) {
        return tokens.of(target.group().name()).stream()
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
