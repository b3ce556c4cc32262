package tallystick.runtime.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides under the head's lock, before any insert, who of a batch goes in, who is refused and who must wait for the
 * next batch. A caller goes in whole or not at all, and only the caller with the conflict is refused.
 */
final class Triage {
    private final Map<String, Long> lastSequences;
    private final Map<Key, Claim> held;
    private final Set<Key> touched = new HashSet<>();

    final List<Pending> accepted = new ArrayList<>();
    final List<Pending> later = new ArrayList<>();
    final Map<Pending, RuntimeException> refused = new HashMap<>();

    private record Key(String kind, String key) {
        static Key of(Claim claim) {
            return new Key(claim.kind(), claim.key());
        }
    }

    /**
     * @param lastSequences the last sequence of each thing that the batch appends to; absent for new things
     * @param held the claims that the batch names and that somebody has
     */
    Triage(Map<String, Long> lastSequences, List<Claim> held) {
        this.lastSequences = new HashMap<>(lastSequences);
        this.held = new HashMap<>();
        held.forEach(claim -> this.held.put(Key.of(claim), claim));
    }

    Triage of(List<Pending> batch) {
        for (var pending : batch) {
            if (touchesWhatThisBatchChanges(pending)) {
                later.add(pending);
                continue;
            }
            var why = conflict(pending.append());
            if (why == null) {
                accept(pending);
            } else {
                refused.put(pending, why);
            }
        }
        return this;
    }

    /** Two callers that change one claim go into different batches, so that each sees what is durable. */
    private boolean touchesWhatThisBatchChanges(Pending pending) {
        return pending.append().claims().stream().map(Key::of).anyMatch(touched::contains);
    }

    private void accept(Pending pending) {
        accepted.add(pending);
        pending.append().events().forEach(event -> lastSequences.put(event.id(), event.sequence()));
        pending.append().claims().forEach(claim -> touched.add(Key.of(claim)));
    }

    private @Nullable RuntimeException conflict(Append append) {
        var sequences = new HashMap<String, Long>();
        for (var event : append.events()) {
            var last = sequences.getOrDefault(event.id(), lastSequences.get(event.id()));
            // A thing that is new here may begin anywhere, as one that moves in from another store does.
            if (last != null && event.sequence() != last + 1) {
                return new Conflict(
                        "Expected to append %s as event %d of %s; its last event is %d. Load it and decide again."
                                .formatted(event.name(), event.sequence(), event.id(), last));
            }
            sequences.put(event.id(), event.sequence());
        }
        return taken(append.claims());
    }

    private @Nullable RuntimeException taken(List<Claim> claims) {
        var own = new HashSet<Key>();
        for (var claim : claims) {
            var holder = held.get(Key.of(claim));
            if (claim.taken() && (holder != null || !own.add(Key.of(claim)))) {
                return new ClaimTaken(holder != null ? holder : claim);
            }
        }
        return null;
    }
}
