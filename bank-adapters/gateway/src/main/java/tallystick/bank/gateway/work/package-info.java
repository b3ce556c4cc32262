/** Work that waits in rows and is done outside of handlers and transactions, and calls that are made together. Internal. */
@NullMarked
package tallystick.bank.gateway.work;

import org.jspecify.annotations.NullMarked;
