/** The whole way of an order: server, gateway, the sandbox bank and back, over real HTTP and a real database. */
@NullMarked
package tallystick.bank;

import org.jspecify.annotations.NullMarked;
