package tallystick.kernel;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over random cases. {@code -Dtallystick.seed=...} repeats the run that failed. */
final class Seeds {
    private static final int CASES = 1_000;

    private Seeds() {}

    static void forAll(Consumer<Random> property) {
        long seed = Long.getLong("tallystick.seed", System.nanoTime());
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            try {
                property.accept(random);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("Case %d failed; repeat with -Dtallystick.seed=%d".formatted(i, seed), failed);
            }
        }
    }
}
