package tallystick.audit.api;

import org.jspecify.annotations.Nullable;
import tallystick.kernel.AuditId;
import tallystick.kernel.Query;

/**
 * Which programmes are no place for what an audit decided, by the routing rules that are live. Whoever places it asks before
 * looking at programmes, and keeps the answer with what was considered.
 *
 * @param decision its number; null is the newest
 */
public record RoutingOf(AuditId audit, @Nullable Integer decision) implements Query<Routing> {
    @Override
    public Class<Routing> answer() {
        return Routing.class;
    }
}
