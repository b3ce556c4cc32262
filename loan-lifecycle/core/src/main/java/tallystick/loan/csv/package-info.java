/** Tables as files that spreadsheets read. Start at {@link Csv}. */
@NullMarked
package tallystick.loan.csv;

import org.jspecify.annotations.NullMarked;
