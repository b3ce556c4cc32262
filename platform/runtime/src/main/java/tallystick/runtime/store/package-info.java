/**
 * The event store on PostgreSQL: gapless positions in commit order, one append for a whole unit of work, claims that go
 * in with the events, and a chain over everything that was recorded. Start at {@code Appender}.
 */
@NullMarked
package tallystick.runtime.store;

import org.jspecify.annotations.NullMarked;
