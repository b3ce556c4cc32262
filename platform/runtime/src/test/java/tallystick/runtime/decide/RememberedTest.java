package tallystick.runtime.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final int MOST = 100;

    private final Remembered remembered = new Remembered(MOST);

    private void meet(String id) {
        remembered.keep(id, new Known<>(1, id));
    }

    private boolean knows(String id) {
        return Objects.requireNonNull(remembered.<String>find(id)).version() == 1;
    }

    @Test
    void whatWasAskedForAgainOutlivesAnyNumberOfNewOnes() {
        for (int i = 0; i < 10; i++) {
            meet("worked-on-" + i);
            assertThat(knows("worked-on-" + i)).isTrue();
        }
        for (int i = 0; i < 10 * MOST; i++) {
            meet("imported-" + i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(knows("worked-on-" + i)).isTrue();
        }
        assertThat(knows("imported-0")).isFalse();
    }

    @Test
    void thereAreNeverMoreThanThePlaces() {
        for (int i = 0; i < 10 * MOST; i++) {
            meet("a" + i);
            assertThat(knows("a" + i)).isTrue();
        }
        var known = 0;
        for (int i = 0; i < 10 * MOST; i++) {
            known += knows("a" + i) ? 1 : 0;
        }
        assertThat(known).isLessThanOrEqualTo(MOST);
        assertThat(knows("a" + (10 * MOST - 1))).isTrue();
    }

    @Test
    void whatIsDistrustedMustBeAskedOfTheStore() {
        meet("a");
        remembered.distrust("a");
        assertThat(remembered.<String>find("a")).isNull();
        remembered.learn("a", new Known<>(9, "read"));
        assertThat(remembered.<String>find("a")).isNull();
    }
}
