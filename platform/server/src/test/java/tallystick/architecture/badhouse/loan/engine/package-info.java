@NullMarked
package tallystick.architecture.badhouse.loan.engine;

import org.jspecify.annotations.NullMarked;
