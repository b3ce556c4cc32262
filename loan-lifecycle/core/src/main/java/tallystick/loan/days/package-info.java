/** Business dates of jurisdictions. Start at {@link tallystick.loan.days.BusinessDays}. */
@NullMarked
package tallystick.loan.days;

import org.jspecify.annotations.NullMarked;
