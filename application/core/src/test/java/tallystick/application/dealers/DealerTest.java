package tallystick.application.dealers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallystick.application.api.DealerCommand;
import tallystick.application.api.DealerCommand.AdmitDealer;
import tallystick.application.api.DealerCommand.ProposeDealer;
import tallystick.application.api.DealerCommand.SuspendDealer;
import tallystick.application.api.DealerId;
import tallystick.kernel.Money;
import tallystick.kernel.Sealed;

/** A dealer is admitted by two people and may be suspended. */
class DealerTest {
    private static final DealerId DEALER = DealerId.named("golden-wheel");
    private static final Instant NOW = Instant.parse("2026-01-02T03:00:00Z");
    private @Nullable Dealer dealer;

    private int when(DealerCommand command) {
        var events = Dealer.decide(command, dealer);
        events.forEach(event -> dealer = Dealer.after(dealer, event));
        return events.size();
    }

    private Dealer.Status now() {
        return Objects.requireNonNull(dealer).status();
    }

    private int proposed() {
        return proposed("Golden Wheel");
    }

    private int proposed(String title) {
        var account = new Sealed(DEALER.value(), Sealed.Purpose.IDENTITY, 1, new byte[] {1});
        return when(new ProposeDealer(
                DEALER, title, "CN", "91350100M000100Y43", account, Money.of("CNY", "10.00"), "olga", NOW));
    }

    @Test
    void twoPeopleAdmitAndOneSuspends() {
        proposed();
        assertThat(proposed()).isZero();
        assertThatThrownBy(() -> when(new AdmitDealer(DEALER, "olga", NOW)))
                .hasMessageContaining("Expected another person than olga, who proposed it; found the same.");
        when(new AdmitDealer(DEALER, "otto", NOW));
        assertThat(now()).isEqualTo(Dealer.Status.ADMITTED);
        assertThat(when(new AdmitDealer(DEALER, "otto", NOW))).isZero();
        when(new SuspendDealer(DEALER, "no cars", "olga", NOW));
        assertThat(now()).isEqualTo(Dealer.Status.SUSPENDED);
        assertThat(when(new SuspendDealer(DEALER, "no cars", "olga", NOW))).isZero();
        when(new AdmitDealer(DEALER, "otto", NOW));
        assertThat(now()).isEqualTo(Dealer.Status.ADMITTED);
    }

    @Test
    void anotherOfTheSameNameIsRefused() {
        proposed();
        when(new AdmitDealer(DEALER, "otto", NOW));
        assertThat(proposed()).as("a repeat").isZero();
        assertThatThrownBy(() -> proposed("Silver Wheel"))
                .hasMessage("Expected no dealer golden-wheel; there is one. Choose another name, or look at it.");
    }

    @Test
    void nobodyUnknownIsAdmitted() {
        assertThatThrownBy(() -> when(new AdmitDealer(DEALER, "otto", NOW)))
                .hasMessageContaining("Expected a dealer dealer-golden-wheel; found none.");
    }
}
