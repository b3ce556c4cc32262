package tallystick.runtime.processing.letters;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tallystick.runtime.processing.BatchWriter;
import tallystick.runtime.processing.Faults;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.batch.Batch;
import tallystick.runtime.processing.batch.EventAtPosition;
import tallystick.runtime.processing.batch.Handlers;
import tallystick.runtime.processing.tokens.HandledSums;

/** Delivers the letters of one group again, on any node: when operations say so, and by the sweep. */
public final class LetterRetry {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int SEQUENCES_PER_SWEEP = 100;

    private final GroupName group;
    private final Handlers handlers;
    private final Letters letters;
    private final EventAtPosition events;
    private final TransactionManager transactions;
    private final TransactionTemplate own;
    private final JdbcTemplate jdbc;
    private final Duration backOff;

    public LetterRetry(
            GroupName group,
            Handlers handlers,
            Letters letters,
            EventAtPosition events,
            TransactionManager transactions,
            TransactionTemplate own,
            JdbcTemplate jdbc,
            Duration backOff) {
        this.group = group;
        this.handlers = handlers;
        this.letters = letters;
        this.events = events;
        this.transactions = transactions;
        this.own = own;
        this.jdbc = jdbc;
        this.backOff = backOff;
    }

    public GroupName group() {
        return group;
    }

    /** Delivers a sequence's letters in order until one fails; returns how many were delivered. */
    public int retry(String sequence) {
        var delivered = 0;
        while (deliverFirst(sequence)) {
            delivered++;
        }
        return delivered;
    }

    /** Gives one event up. What waits behind it is delivered by the next sweep. */
    public boolean close(String sequence, long position, String by, String reason) {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("Expected who closes a letter and why; found one of them empty.");
        }
        return letters.close(group, sequence, position, by, reason);
    }

    /** Tries what is due; returns how many letters were delivered. */
    public int sweep(int mostAttempts) {
        return letters.due(group, mostAttempts, SEQUENCES_PER_SWEEP).stream()
                .mapToInt(this::retry)
                .sum();
    }

    private boolean deliverFirst(String sequence) {
        var attempt = new Attempt();
        try {
            return attempt.deliver(sequence);
        } catch (RuntimeException fault) {
            if (!Faults.passing(fault)) {
                attempt.letter.ifPresent(letter -> letters.failedAgain(letter, fault, pause(letter)));
            }
            return false;
        }
    }

    private Duration pause(Letter letter) {
        var pause = backOff.multipliedBy(1L << Math.min(letter.attempts(), 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** One letter, one transaction; remembers which letter it was for the note that it failed. */
    private final class Attempt {
        private Optional<Letter> letter = Optional.empty();

        boolean deliver(String sequence) {
            letter = Objects.requireNonNull(own.execute(_ -> letters.lockFirst(group, sequence)));
            if (letter.isEmpty()) {
                return false;
            }
            var position = letter.get().position();
            var event = events.at(position);
            var unitOfWork = DefaultUnitOfWork.startAndGet(event);
            unitOfWork.attachTransaction(transactions);
            var done = unitOfWork.executeWithResult(() -> {
                var head = letters.lockFirst(group, sequence).filter(l -> l.position() == position);
                if (head.isPresent()) {
                    deliver(head.get(), event, unitOfWork);
                }
                return head.isPresent();
            });
            if (done.isExceptional()) {
                throw new EventProcessingException("The letter failed again", done.exceptionResult());
            }
            return done.getPayload();
        }

        private void deliver(Letter head, EventMessage<?> event, DefaultUnitOfWork<?> unitOfWork) throws Exception {
            var batch = new Batch(group, Segment.ROOT_SEGMENT, List.of(event), new BatchWriter(jdbc));
            batch.attachTo(unitOfWork);
            handlers.handle(event);
            batch.writer().flush();
            letters.delivered(head);
            HandledSums.add(jdbc, group, batch.segment().getSegmentId(), List.of(event));
        }
    }
}
