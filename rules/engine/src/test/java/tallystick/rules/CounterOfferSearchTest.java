package tallystick.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterOfferSearchTest {
    private static final BigDecimal ASKED = new BigDecimal("10000");

    /** Approves when an instalment is at most 1,000. */
    private static Evaluation affordable(BigDecimal amount, int count) {
        var fits = amount.compareTo(BigDecimal.valueOf(1000L * count)) <= 0;
        return new Evaluation(fits ? Verdict.APPROVE : Verdict.DECLINE, null, null, null, null, List.of());
    }

    @Test
    void theFewestChangesComeFirstThenTheNearestAmount() {
        var search = new CounterOfferSearch(
                List.of(new BigDecimal("3000"), new BigDecimal("6000"), new BigDecimal("20000")), List.of(6, 12), 3);
        assertThat(search.nearest(ASKED, 3, CounterOfferSearchTest::affordable))
                .extracting(found -> found.amount() + "/" + found.count() + found.changed())
                .containsExactly("10000/12[COUNT]", "3000/3[AMOUNT]", "6000/6[AMOUNT, COUNT]");
    }

    @Test
    void theGridIsBounded() {
        assertThatThrownBy(() -> new CounterOfferSearch(Collections.nCopies(200, ASKED), List.of(), 1))
                .hasMessage("Expected at most 200 alternatives to try; found 201.");
    }
}
