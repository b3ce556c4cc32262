@NullMarked
package tallystick.architecture.badhouse.loan.booking;

import org.jspecify.annotations.NullMarked;
