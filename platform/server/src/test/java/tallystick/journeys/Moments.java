package tallystick.journeys;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a node is about to do and has just done. At the moment at which it is to die, the thread that came there says so and
 * stands still, so that the kill lands there and nowhere else.
 */
final class Moments {
    private static volatile @Nullable Wanted wanted;

    private Moments() {}

    private record Wanted(String moment, AtomicInteger left, Consumer<String> herald) {}

    /** @param moment such as {@code before append bank.SubmissionStarted}, the nth from now */
    static void dieAt(String moment, int nth, Consumer<String> herald) {
        wanted = new Wanted(moment, new AtomicInteger(nth), herald);
    }

    static void before(String act) {
        reached("before " + act);
    }

    static void after(String act) {
        reached("after " + act);
    }

    private static void reached(String moment) {
        var its = wanted;
        if (its != null && its.moment.equals(moment) && its.left.decrementAndGet() == 0) {
            its.herald.accept(moment);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
