package tallystick.rules;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts that are known only once the price is, such as what the instalment takes of the income. */
@FunctionalInterface
public interface FollowingPrice {
    FollowingPrice NOTHING = _ -> Map.of();

    /** @param rate null when nothing is offered */
    Map<String, String> of(@Nullable BigDecimal rate);
}
