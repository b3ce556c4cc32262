package tallystick.audit.api;

import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;
import tallystick.kernel.ProductId;

/** What the applicant asks for, without anything personal. */
public record Asked(
        ProductId product,
        int productVersion,
        String jurisdiction,
        Money amount,
        int count,
        String every,
        @Nullable String channel,
        @Nullable String purpose) {}
