@NullMarked
package tallystick.architecture.badhouse.loan.servicing;

import org.jspecify.annotations.NullMarked;
