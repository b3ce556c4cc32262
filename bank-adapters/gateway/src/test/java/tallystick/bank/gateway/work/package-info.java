/** Work that waits. */
@NullMarked
package tallystick.bank.gateway.work;

import org.jspecify.annotations.NullMarked;
