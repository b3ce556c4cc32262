package tallystick.audit.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What routing rules say about a case.
 *
 * @param ruleSet by which it was said; null while no routing set is live, and nothing is skipped then
 */
public record Routing(@Nullable String ruleSet, List<Skip> skips) {
    public Routing {
        skips = List.copyOf(skips);
    }

    /** A programme that is no place for it, and why; {@code *} is every programme. Internal: no customer is told. */
    public record Skip(String programme, String code, String text) {}
}
