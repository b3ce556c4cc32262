package tallystick.audit.api;

import java.util.List;
import tallystick.kernel.Money;

/** What would be approved instead; {@code changed} names what differs: AMOUNT, COUNT. */
public record CounterOffer(Money amount, int count, List<String> changed) {
    public CounterOffer {
        changed = List.copyOf(changed);
    }
}
