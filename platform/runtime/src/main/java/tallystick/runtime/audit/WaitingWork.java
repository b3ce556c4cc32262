package tallystick.runtime.audit;

import java.util.Objects;

/**
 * One sort of thing that may wait, and how to see what would end each wait. Declared as a bean by its context.
 *
 * <pre>{@code
 * new WaitingWork("transfer", """
 *     select t.id,
 *            exists (select 1 from lending.saga_associations a where a.value = t.id) as live_saga,
 *            exists (select 1 from lending.deadlines d where d.id = t.id and d.due_at > :late) as future_deadline,
 *            false as open_case
 *       from lending.transfers t where t.state = 'WAITING' and t.since < :settled""")
 * }</pre>
 *
 * @param name unique and shown to people, such as {@code transfer}
 * @param query gives {@code id}, {@code live_saga}, {@code future_deadline} and {@code open_case} of what waits. {@code
 *     :late} is the moment before which an unanswered deadline no longer counts as future, {@code :settled} the moment
 *     before which a wait must have begun to be looked at; both by the application's clock, and optional
 */
public record WaitingWork(String name, String query) {
    public WaitingWork {
        Objects.requireNonNull(query, "query");
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Waiting work has a kebab-case name; found '%s'.".formatted(name));
        }
    }
}
