package tallystick.runtime.deadlines;

import java.time.Instant;
import tallystick.kernel.Addressed;
import tallystick.kernel.Id;

/** What the deadlines of these tests send. */
record TimeIsUp(Thing target, Instant due) implements Addressed {
    static TimeIsUp of(String id, Instant due) {
        return new TimeIsUp(new Thing(id), due);
    }

    record Thing(String value) implements Id {
        @Override
        public String toString() {
            return value;
        }
    }
}
