package tallystick.runtime.queries;

import tallystick.kernel.Query;

/** The one door for questions to other contexts. */
@FunctionalInterface
public interface Queries {
    /**
     * Returns the answer.
     *
     * @throws tallystick.kernel.Refused when the question cannot be answered as it stands
     */
    <A> A ask(Query<A> query);
}
