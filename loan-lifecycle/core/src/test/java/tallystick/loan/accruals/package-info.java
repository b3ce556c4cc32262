@NullMarked
package tallystick.loan.accruals;

import org.jspecify.annotations.NullMarked;
