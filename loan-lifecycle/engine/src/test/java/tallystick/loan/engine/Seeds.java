package tallystick.loan.engine;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Tries what must be true of every loan on loans made from seeds. A failure names its seed, and {@code
 * -Dproof.first=<seed> -Dproof.seeds=1} tries that one alone.
 */
final class Seeds {
    private static final long FIRST = Long.getLong("proof.first", 1);
    private static final long COUNT = Long.getLong("proof.seeds", 400);
    /** From so many on all processors help, and say how far they are. */
    private static final long MANY = 10_000;

    private static final int TOLD = 20;
    /** Facts that cannot be of a loan are refused; where that is most of them, nothing is proven. */
    private static final double MOST_REFUSED = 0.25;

    private final String property;
    private final LongAdder tried = new LongAdder();
    private final LongAdder refused = new LongAdder();

    private Seeds(String property) {
        this.property = property;
    }

    static void forAll(String property, Consumer<RandomLoan> holds) {
        new Seeds(property).forAll(holds);
    }

    private void forAll(Consumer<RandomLoan> holds) {
        var seeds = LongStream.range(FIRST, FIRST + COUNT);
        (COUNT > MANY ? seeds.parallel() : seeds).forEach(seed -> check(seed, holds));
        if (COUNT >= MANY) {
            tell();
        }
        if (refused.sum() > COUNT * MOST_REFUSED && COUNT > 1) {
            throw new AssertionError("%s: %d of %d loans were refused".formatted(property, refused.sum(), COUNT));
        }
    }

    private void check(long seed, Consumer<RandomLoan> holds) {
        try {
            holds.accept(new RandomLoan(seed));
        } catch (TermsNotPossible impossible) {
            refused.increment();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(
                    "seed %d: %s. Try it again with -Dproof.first=%d -Dproof.seeds=1".formatted(seed, broken, seed),
                    broken);
        }
        tried.increment();
        if (COUNT > MANY && tried.sum() % (COUNT / TOLD) == 0) {
            tell();
        }
    }

    private void tell() {
        System.out.printf(
                "%s: seeds %d to %d, %d tried, %d refused%n",
                property, FIRST, FIRST + COUNT - 1, tried.sum(), refused.sum());
    }
}
