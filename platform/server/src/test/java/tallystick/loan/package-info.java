/** The loan context in a whole server. */
@NullMarked
package tallystick.loan;

import org.jspecify.annotations.NullMarked;
