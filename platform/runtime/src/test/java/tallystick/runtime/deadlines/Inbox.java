package tallystick.runtime.deadlines;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where the deadlines' commands of all nodes arrive: notes what came and when, and reacts as the test says. */
final class Inbox {
    final List<Came> came = new CopyOnWriteArrayList<>();
    private volatile Consumer<TimeIsUp> reaction = _ -> {};

    record Came(String id, Instant due, Instant at, boolean inTransaction) {}

    void reactsWith(Consumer<TimeIsUp> next) {
        reaction = next;
    }

    Stream<String> ids() {
        return came.stream().map(Came::id);
    }

    long times(String id) {
        return ids().filter(id::equals).count();
    }

    void receive(TimeIsUp command, Came arrival) {
        came.add(arrival);
        reaction.accept(command);
    }
}
