/** Business dates of jurisdictions, closed in their order. Start at {@link tallystick.loan.days.BusinessDays}. */
@NullMarked
package tallystick.loan.days;

import org.jspecify.annotations.NullMarked;
