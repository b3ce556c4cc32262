/** What the gateway stores. */
@NullMarked
package tallystick.bank.gateway;

import org.jspecify.annotations.NullMarked;
