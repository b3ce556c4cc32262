package tallystick.bank.gateway.banks;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * The way to one bank for one operation: so many calls at once, so many a second, and none while the bank does not
 * answer. What one operation suffers from, the others and the other banks do not feel.
 */
final class Lane {
    private static final String AT_ONCE = "limits.at-once";
    private static final String PER_SECOND = "limits.per-second";

    final Breaker breaker;
    private final Semaphore places;
    private final Rate rate;

    Lane(Map<String, String> house, InstantSource clock) {
        this.breaker = new Breaker(clock);
        this.places = new Semaphore(number(house, AT_ONCE, 16));
        this.rate = new Rate(number(house, PER_SECOND, 1_000));
    }

    static void check(Map<String, String> house) {
        house.keySet().stream()
                .filter(name -> name.startsWith("limits."))
                .filter(name -> !name.equals(AT_ONCE) && !name.equals(PER_SECOND))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "%s: expected one of %s, %s; found another setting.".formatted(name, AT_ONCE, PER_SECOND));
                });
    }

    private static int number(Map<String, String> house, String name, int otherwise) {
        var text = house.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException("%s: expected a number from 1; found '%s'.".formatted(name, text));
        }
        return Integer.parseInt(text);
    }

    boolean enter() {
        if (!places.tryAcquire()) {
            return false;
        }
        if (rate.take()) {
            return true;
        }
        places.release();
        return false;
    }

    void leave() {
        places.release();
    }

    int free() {
        return places.availablePermits();
    }

    /** So many in any second, by the machine's own clock: the bank lives in real time, whatever ours is set to. */
    private static final class Rate {
        private static final long SECOND = 1_000_000_000L;

        private final int most;
        private long left;
        private long since = System.nanoTime();

        Rate(int most) {
            this.most = most;
            this.left = most;
        }

        synchronized boolean take() {
            var now = System.nanoTime();
            if (now - since >= SECOND) {
                since = now;
                left = most;
            }
            return left-- > 0;
        }
    }
}
