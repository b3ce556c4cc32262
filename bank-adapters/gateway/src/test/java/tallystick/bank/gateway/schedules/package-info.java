@NullMarked
package tallystick.bank.gateway.schedules;

import org.jspecify.annotations.NullMarked;
