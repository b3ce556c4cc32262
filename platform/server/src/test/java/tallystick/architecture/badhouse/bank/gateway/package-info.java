@NullMarked
package tallystick.architecture.badhouse.bank.gateway;

import org.jspecify.annotations.NullMarked;
