@NullMarked
package tallystick.architecture.badhouse.loan.api;

import org.jspecify.annotations.NullMarked;
