package tallystick.runtime.processing.letters;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.Discipline;
import tallystick.runtime.processing.batch.Handlers;
import tallystick.runtime.processing.batch.Sequence;
import tallystick.runtime.processing.tokens.Position;

/**
 * A read model's way with an event it cannot take: put it aside, let the later events of the same thing (its sequence)
 * queue behind it, go on with everything else.
 *
 * <p><b>Two gears.</b> Normally a batch has no savepoints; any failure rolls it back whole and makes the segment
 * <em>careful</em> up to the batch's last position. Then each event has its own savepoint and its own flush, so that the
 * one that fails again can be undone alone: PostgreSQL refuses to go on in a transaction after a failed statement. A
 * passing fault (a lost connection) is not the event's: it rolls back again, up to a limit.
 *
 * <p><b>Nothing is lost or overtaken</b> when the owner of the segment and a retry meet:
 *
 * <ul>
 *   <li>Letters are added only by the segment's owner, in the transaction of its token. A node that lost its claim cannot
 *       commit them.
 *   <li>An event is handled in place only if its sequence has no open letter in the snapshot the batch looked at, taken
 *       after its claim. Only the owner adds letters, so none can appear behind that look.
 *   <li>A retry takes a sequence's first letter under a row lock and deletes it in the transaction that handles its event:
 *       handled and gone together, or not at all. Two retries of one sequence: the second finds the row locked and leaves.
 *   <li>If the retry empties the sequence after the owner looked, the owner queues one event more than it had to. It has
 *       nothing before it; the sweep delivers it. If the retry commits before the look, the owner handles in place, after
 *       it. Either way the order of positions holds, because a letter always blocks what is behind it.
 *   <li>The retry and the owner never handle events of one sequence at the same time: while an open letter is visible the
 *       owner only queues, and without one there is nothing to retry.
 * </ul>
 */
public final class LetterDiscipline implements Discipline {
    private static final Logger LOG = LoggerFactory.getLogger(LetterDiscipline.class);

    private final Handlers handlers;
    private final Letters letters;
    private final JdbcTemplate jdbc;
    private final int passingFaults;
    private final Map<Integer, Long> carefulUntil = new ConcurrentHashMap<>();
    private final Map<Long, Integer> passed = new ConcurrentHashMap<>();
    private final Map<Integer, Set<String>> blocked = new ConcurrentHashMap<>();
    private final Set<Integer> clear = ConcurrentHashMap.newKeySet();

    public LetterDiscipline(Handlers handlers, Letters letters, JdbcTemplate jdbc, int passingFaults) {
        this.handlers = handlers;
        this.letters = letters;
        this.jdbc = jdbc;
        this.passingFaults = passingFaults;
    }

    /** Once the group was seen without letters, this segment has none until its owner, who is us, puts one aside. */
    @Override
    public void begin(Batch batch) {
        var segment = batch.segment().getSegmentId();
        if (!clear.contains(segment) && letters.none(batch.group())) {
            clear.add(segment);
        }
        blocked.put(segment, clear.contains(segment) ? new HashSet<>() : blocked(batch));
    }

    private Set<String> blocked(Batch batch) {
        var sequences = batch.events().stream().map(Sequence::of).distinct().toList();
        return letters.blocked(batch.group(), sequences);
    }

    @Override
    public void claimed(int segment) {
        clear.remove(segment);
    }

    @Override
    public boolean handle(EventMessage<?> event, Batch batch) throws Exception {
        if (blockedIn(batch).contains(Sequence.of(event))) {
            letters.queue(batch, event);
            return false;
        }
        if (careful(batch, event)) {
            return handleAlone(event, batch);
        }
        handlers.handle(event);
        return true;
    }

    @Override
    public void failed(Batch batch, Throwable fault) {
        var last = Position.of(batch.events().getLast());
        carefulUntil.merge(batch.segment().getSegmentId(), last, Math::max);
    }

    private boolean careful(Batch batch, EventMessage<?> event) {
        var until = carefulUntil.get(batch.segment().getSegmentId());
        return until != null && Position.of(event) <= until;
    }

    private boolean handleAlone(EventMessage<?> event, Batch batch) throws Exception {
        jdbc.execute("savepoint event");
        try {
            handlers.handle(event);
            batch.writer().flush();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError fault) {
            if (comesAgain(event, fault)) {
                throw fault;
            }
            undo(batch);
            putAside(batch, event, fault);
            return false;
        }
        jdbc.execute("release savepoint event");
        passed.remove(Position.of(event));
        return true;
    }

    private boolean comesAgain(EventMessage<?> event, Throwable fault) {
        return Faults.passing(fault) && passed.merge(Position.of(event), 1, Integer::sum) < passingFaults;
    }

    private void undo(Batch batch) {
        batch.writer().drop();
        jdbc.execute("rollback to savepoint event");
        jdbc.execute("release savepoint event");
    }

    private void putAside(Batch batch, EventMessage<?> event, Throwable fault) {
        clear.remove(batch.segment().getSegmentId());
        letters.putAside(batch, event, fault);
        blockedIn(batch).add(Sequence.of(event));
        passed.remove(Position.of(event));
        LOG.error(
                "Group '{}' cannot take the event at position {} ({}); put aside, later events of {} queue behind it. "
                        + "Mend the cause, then retry or close the letter.",
                batch.group(),
                Position.of(event),
                Faults.text(fault),
                Sequence.of(event));
    }

    private Set<String> blockedIn(Batch batch) {
        return Objects.requireNonNull(blocked.get(batch.segment().getSegmentId()), "begin() comes before handle()");
    }
}
