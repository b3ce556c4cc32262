@NullMarked
package tallystick.architecture.badhouse.bank.testkit;

import org.jspecify.annotations.NullMarked;
