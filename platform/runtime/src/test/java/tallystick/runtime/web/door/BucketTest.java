package tallystick.runtime.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void tokensComeBackEvenly() {
        var bucket = new Bucket(new HttpLimits.Rate(2, Duration.ofSeconds(10)), 0);
        assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(true, 1, 5));
        assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(true, 0, 10));
        assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(false, 0, 5));
        assertThat(bucket.take(4 * SECOND)).isEqualTo(new Bucket.Taken(false, 0, 1));
        assertThat(bucket.take(5 * SECOND).ok()).isTrue();
        assertThat(bucket.take(5 * SECOND).ok()).isFalse();
    }

    @Test
    void aRestedBucketHoldsNoMoreThanItsLimit() {
        var bucket = new Bucket(new HttpLimits.Rate(2, Duration.ofSeconds(10)), 0);
        assertThat(bucket.take(1_000 * SECOND).left()).isEqualTo(1);
    }
}
