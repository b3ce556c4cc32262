package tallystick.audit.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.audit.api.AuthorityCommand.UseAuthority;
import tallystick.audit.api.AuthorityDayId;
import tallystick.audit.api.AuthorityEvent;
import tallystick.audit.api.ReviewId;
import tallystick.kernel.Money;

class AuthorityDayTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private static final AuthorityDayId DAY = AuthorityDayId.of("ann", LocalDate.parse("2026-01-02"));

    private @Nullable AuthorityDay day;

    private List<AuthorityEvent> use(String review, String amount, String most) {
        var events = AuthorityDay.decide(
                new UseAuthority(DAY, new ReviewId("review-" + review), Money.parse(amount), Money.parse(most), NOW),
                day);
        events.forEach(event -> day = AuthorityDay.after(day, event));
        return events;
    }

    @Test
    void aDayHasItsSum() {
        use("1", "CNY 460000.01", "CNY 500000.00");
        assertThatThrownBy(() -> use("2", "CNY 40000.00", "CNY 500000.00"))
                .hasMessage("Expected approvals of a day to stay within CNY 500000.00; CNY 460000.01 today and CNY"
                        + " 40000.00 now are more. Leave it to a colleague, or until tomorrow.");
        assertThat(use("2", "CNY 39999.99", "CNY 500000.00")).hasSize(1);
    }

    @Test
    void aReviewCountsOnceAndOnlyInItsCurrency() {
        use("1", "CNY 460000.00", "CNY 500000.00");
        assertThat(use("1", "CNY 460000.00", "CNY 500000.00")).isEmpty();
        assertThat(use("2", "EUR 70000.00", "EUR 75000.00")).hasSize(1);
        assertThat(AuthorityDayId.of("ann", LocalDate.parse("2026-01-03"))).isNotEqualTo(DAY);
    }
}
