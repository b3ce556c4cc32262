package tallystick.application.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.kernel.Money;

/** Says which banks' programmes an application may still be placed with; what it lacks is told for them. */
@FunctionalInterface
public interface Programmes {
    /** Those of the product that take what is known of amount and count so far. */
    List<Open> open(String product, @Nullable Money amount, @Nullable Integer count);

    /**
     * A programme that is still possible.
     *
     * @param requires fields it wants beyond those of the product, such as {@code applicant.employer}
     */
    record Open(String name, List<String> requires) {}
}
