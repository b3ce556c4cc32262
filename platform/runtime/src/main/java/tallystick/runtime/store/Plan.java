package tallystick.runtime.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one group commit writes: each accepted caller with its positions, and the chain over all of them. */
final class Plan {
    final Triage triage;
    final Instant recordedAt;
    final List<StoredEvent> events = new ArrayList<>();
    final List<Claim> taken = new ArrayList<>();
    final List<Claim> given = new ArrayList<>();
    final Map<String, NewSnapshot> snapshots = new LinkedHashMap<>();
    final Map<Pending, Appended> answers = new LinkedHashMap<>();
    private long position;
    private byte[] hash;

    Plan(Triage triage, Head before, Instant recordedAt, RecordChain chain) {
        this.triage = triage;
        this.recordedAt = recordedAt;
        this.position = before.position();
        this.hash = before.hash();
        triage.accepted.forEach(pending -> place(pending, chain));
    }

    private void place(Pending pending, RecordChain chain) {
        long first = position + 1;
        for (var event : pending.append().events()) {
            position++;
            hash = chain.next(hash, position, recordedAt, event);
            events.add(new StoredEvent(position, event, recordedAt, hash));
        }
        pending.append().claims().forEach(claim -> (claim.taken() ? taken : given).add(claim));
        pending.append().snapshots().forEach(snapshot -> snapshots.put(snapshot.id(), snapshot));
        answers.put(pending, new Appended(first, position, recordedAt));
    }

    Head after() {
        return new Head(position, hash, recordedAt);
    }
}
