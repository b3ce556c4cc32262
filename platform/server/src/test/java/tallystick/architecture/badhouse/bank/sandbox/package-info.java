@NullMarked
package tallystick.architecture.badhouse.bank.sandbox;

import org.jspecify.annotations.NullMarked;
