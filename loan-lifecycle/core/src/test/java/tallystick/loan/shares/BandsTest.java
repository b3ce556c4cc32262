package tallystick.loan.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tallystick.loan.shares.Bands.Part;

/** Shares of a running total: whatever comes and goes, the parts add up, and at zero nobody has a cent. */
class BandsTest {
    private static final List<Part> THIRDS = List.of(
            new Part("a", new BigDecimal("0.333333333")),
            new Part("b", new BigDecimal("0.333333333")),
            new Part("c", new BigDecimal("0.333333334")));

    @Test
    void theLastTakesTheRest() {
        assertThat(Bands.of(THIRDS).of(100)).isEqualTo(Map.of("a", 33L, "b", 33L, "c", 34L));
        assertThat(Bands.of(THIRDS).of(-100)).isEqualTo(Map.of("a", -33L, "b", -33L, "c", -34L));
    }

    @Test
    void amountsThatComeAndGoLeaveNothingBehind() {
        var random = new Random(7);
        var claim = List.of(new Part("d", BigDecimal.ONE));
        var bands = Bands.of(THIRDS).changed(4_000, 7_001L, _ -> claim);
        var total = 0L;
        var has = new HashMap<String, Long>();
        for (var step = 0; step < 10_000; step++) {
            var next = step == 9_999 ? 0 : random.nextInt(20_000) - 5_000;
            bands.between(total, next).forEach((owner, units) -> has.merge(owner, units, Long::sum));
            total = next;
            assertThat(has.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
        }
        assertThat(has.values()).containsOnly(0L);
    }

    @Test
    void whatIsPaidNextIsTheGuarantorsUntilItsClaimIsPaid() {
        var half = new BigDecimal("0.5");
        var lenders = Bands.of(List.of(new Part("a", half), new Part("b", half)));
        var after = lenders.changed(700, 1_000L, _ -> List.of(new Part("g", BigDecimal.ONE)));
        assertThat(after.of(1_000)).isEqualTo(Map.of("a", 350L, "b", 350L, "g", 300L));
        assertThat(after.between(1_000, 800)).isEqualTo(Map.of("g", -200L));
        assertThat(after.between(800, 500)).isEqualTo(Map.of("g", -100L, "a", -100L, "b", -100L));
    }
}
