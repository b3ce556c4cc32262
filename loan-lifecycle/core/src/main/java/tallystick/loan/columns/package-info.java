/** Rows as columns of an array each, so that one statement writes them all. Start at {@link Columns}. */
@NullMarked
package tallystick.loan.columns;

import org.jspecify.annotations.NullMarked;
