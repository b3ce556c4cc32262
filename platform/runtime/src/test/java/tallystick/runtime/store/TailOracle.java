package tallystick.runtime.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what is wrong with what readers saw and writers were told, compared with what is committed. */
final class TailOracle {
    private final List<StoredEvent> committed;
    private final Map<Long, String> byPosition;
    private final List<String> wrong = new ArrayList<>();

    TailOracle(List<StoredEvent> committed) {
        this.committed = committed;
        this.byPosition = committed.stream()
                .collect(Collectors.toMap(
                        StoredEvent::position, stored -> stored.event().eventId()));
        long expected = 1;
        for (var stored : committed) {
            if (stored.position() != expected++) {
                wrong.add("a gap before position " + stored.position());
            }
        }
        for (int n = 1; n < committed.size(); n++) {
            if (committed.get(n).recordedAt().isBefore(committed.get(n - 1).recordedAt())) {
                wrong.add("recorded time goes back at position "
                        + committed.get(n).position());
            }
        }
    }

    TailOracle reader(long from, List<TailReader.Seen> seen) {
        var expected = committed.stream()
                .filter(stored -> stored.position() > from)
                .map(stored ->
                        new TailReader.Seen(stored.position(), stored.event().eventId()))
                .toList();
        if (!expected.equals(seen)) {
            var missing = new ArrayList<>(expected);
            missing.removeAll(new HashSet<>(seen));
            wrong.add("a reader from %d saw %d of %d events, not exactly these in order; first missing: %s"
                    .formatted(
                            from, seen.size(), expected.size(), missing.stream().findFirst()));
        }
        return this;
    }

    TailOracle writer(Writer writer) {
        for (var told : writer.acknowledged) {
            long position = told.appended().first();
            for (var event : told.append().events()) {
                if (!event.eventId().equals(byPosition.get(position++))) {
                    wrong.add("acknowledged but not at its position: " + event.eventId());
                }
            }
        }
        var ids = new HashSet<>(byPosition.values());
        for (var append : writer.refused) {
            if (append.events().stream().anyMatch(event -> ids.contains(event.eventId()))) {
                wrong.add("refused but stored: " + append.events().getFirst().eventId());
            }
        }
        for (var append : writer.unknown) {
            var stored = append.events().stream()
                    .filter(event -> ids.contains(event.eventId()))
                    .count();
            if (stored != 0 && stored != append.events().size()) {
                wrong.add("stored in part: " + append.events().getFirst().eventId());
            }
        }
        return this;
    }

    List<String> wrong() {
        return wrong;
    }
}
