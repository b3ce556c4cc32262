package tallystick.rules.guarded;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The facts of one case, by name; what is missing is null. */
public interface GuardedFacts {
    @Nullable
    String text(String fact);

    /** Null for a word too. */
    @Nullable
    BigDecimal number(String fact);
}
