/** Tables as files: those we ship, and those that spreadsheets read. Start at {@link Csv}. */
@NullMarked
package tallystick.loan.csv;

import org.jspecify.annotations.NullMarked;
