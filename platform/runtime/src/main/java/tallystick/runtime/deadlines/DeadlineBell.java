package tallystick.runtime.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Tells the sweep of this node that a deadline was committed, without the writers having to know the sweep. */
final class DeadlineBell {
    private final List<BiConsumer<String, Instant>> ears = new CopyOnWriteArrayList<>();

    void heardBy(BiConsumer<String, Instant> ear) {
        ears.add(ear);
    }

    void ring(String context, Instant due) {
        ears.forEach(ear -> ear.accept(context, due));
    }
}
