/**
 * Deadlines are facts: a wait is a row (kind, id, due) that a handler writes with the rest of its effects through
 * {@link tallystick.runtime.deadlines.Deadlines}, the type to read first. When it is due, the sweep sends the command
 * that the context's {@link tallystick.runtime.deadlines.DeadlineKind} makes of it: never before, at least once. The
 * thing that owns the wait decides. Contexts use these two types; the rest is internal.
 */
@NullMarked
package tallystick.runtime.deadlines;

import org.jspecify.annotations.NullMarked;
