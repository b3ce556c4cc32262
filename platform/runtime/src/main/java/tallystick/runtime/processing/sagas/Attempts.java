package tallystick.runtime.processing.sagas;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.saga.AssociationValue;
import org.jspecify.annotations.Nullable;
import tallystick.runtime.processing.Faults;

/**
 * How often a step has failed on this node. In memory: a batch that fails leaves no trace in the database. When a segment
 * moves, the count starts again on the other node, so a step gets at most the limit on each.
 */
final class Attempts {
    private static final int REMEMBERED = 10_000;

    private final int own;
    private final int passing;
    private final Map<Step, Failure> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Step, Failure> eldest) {
            return size() > REMEMBERED;
        }
    };

    Attempts(int own, int passing) {
        this.own = own;
        this.passing = passing;
    }

    /** A saga's step. A saga that its batch makes has a new id at every attempt; the event that starts it names it. */
    record Step(long position, String saga, boolean starting) {
        static Step of(long position, String saga) {
            return new Step(position, saga, false);
        }

        static Step ofNew(long position, long start) {
            return new Step(position, "started at " + start, position == start);
        }
    }

    /** What failed attempts left: also the associations they made, since their commands may already be on the way. */
    record Failure(int count, int passed, String error, Set<AssociationValue> associations) {}

    synchronized void failed(Step step, Throwable fault, Set<AssociationValue> associations) {
        var passes = Faults.passing(fault);
        var before = failures.get(step);
        var all = new HashSet<>(associations);
        if (before != null) {
            all.addAll(before.associations());
        }
        failures.put(
                step,
                new Failure(
                        (before == null ? 0 : before.count()) + (passes ? 0 : 1),
                        (before == null ? 0 : before.passed()) + (passes ? 1 : 0),
                        Faults.text(fault),
                        Set.copyOf(all)));
    }

    /** The failure that used the last attempt up; null while the step may be tried. */
    synchronized @Nullable Failure exhausted(Step step) {
        var failure = failures.get(step);
        return failure != null && (failure.count() >= own || failure.passed() >= passing) ? failure : null;
    }

    synchronized void forget(Step step) {
        failures.remove(step);
    }
}
