/** Tests of the deadlines, on real nodes over a real database. Start at {@link DeadlineSweepTest}. */
@NullMarked
package tallystick.runtime.deadlines;

import org.jspecify.annotations.NullMarked;
