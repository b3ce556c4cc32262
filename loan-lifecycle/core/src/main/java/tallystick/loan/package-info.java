/** The loan context: booking, payout, servicing and books. Internal. */
@NullMarked
package tallystick.loan;

import org.jspecify.annotations.NullMarked;
