/**
 * One context asks another by message. Start at {@link tallystick.runtime.queries.Queries}; who answers is a bean of
 * type {@link tallystick.runtime.queries.AnswersQueries}.
 */
@NullMarked
package tallystick.runtime.queries;

import org.jspecify.annotations.NullMarked;
