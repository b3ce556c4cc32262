package tallystick.runtime.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks the whole record, recomputes every hash and compares it with the row, with the head and with the signed
 * checkpoints. A changed, moved, added or missing row shows at its position; a truncated end shows at a checkpoint.
 */
public final class ChainVerifier {
    private static final int MOST_FAULTS = 100;

    private final EventReader reader;
    private final Checkpoints checkpoints;
    private final int page;

    ChainVerifier(EventReader reader, Checkpoints checkpoints, int page) {
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.page = page;
    }

    public ChainReport verify() {
        return new Walk().run();
    }

    private final class Walk {
        private final RecordChain chain = new RecordChain();
        private final List<String> faults = new ArrayList<>();
        private final List<Checkpoint> signed = checkpoints.all();
        // Read first: what is appended meanwhile lies behind it.
        private final Head head = reader.head();
        private byte[] hash = new byte[32];
        private long position;
        private Instant recordedAt = Instant.EPOCH;
        private int nextCheckpoint;

        ChainReport run() {
            signed.stream().map(checkpoints::fault).forEach(faults::addAll);
            while (position < head.position() && faults.size() < MOST_FAULTS) {
                var events = reader.after(position, page);
                if (events.isEmpty()) {
                    break;
                }
                events.forEach(this::step);
            }
            end();
            return new ChainReport(position, signed.size(), faults);
        }

        private void step(StoredEvent event) {
            if (event.position() > head.position() || faults.size() >= MOST_FAULTS) {
                return;
            }
            if (event.position() != position + 1) {
                fault(position + 1, "expected an event, found the next one at " + event.position());
            }
            if (event.recordedAt().isBefore(recordedAt)) {
                fault(event.position(), "recorded at %s, before its predecessor".formatted(event.recordedAt()));
            }
            var expected = chain.next(hash, event.position(), event.recordedAt(), event.event());
            if (!Arrays.equals(expected, event.hash())) {
                fault(
                        event.position(),
                        "%s %s does not have the hash it was recorded with"
                                .formatted(event.event().name(), event.event().id()));
            }
            position = event.position();
            recordedAt = event.recordedAt();
            hash = event.hash(); // Go on from the row, so that one change is one fault.
            compareWithCheckpoint();
        }

        private void compareWithCheckpoint() {
            while (nextCheckpoint < signed.size() && signed.get(nextCheckpoint).position() <= position) {
                var checkpoint = signed.get(nextCheckpoint++);
                if (checkpoint.position() == position && !Arrays.equals(checkpoint.hash(), hash)) {
                    fault(position, "the chain differs from the checkpoint signed at " + checkpoint.at());
                }
            }
        }

        private void end() {
            if (position < head.position()) {
                fault(position, "the record ends here, but %d events were recorded".formatted(head.position()));
            } else if (faults.isEmpty() && !Arrays.equals(hash, head.hash())) {
                fault(position, "the last event does not have the head's hash");
            }
            if (!signed.isEmpty() && signed.getLast().position() > Math.max(position, head.position())) {
                fault(
                        position,
                        "the record ends here, but a checkpoint was signed at position "
                                + signed.getLast().position());
            }
        }

        private void fault(long at, String what) {
            faults.add("Position %d: %s.".formatted(at, what));
        }
    }
}
