/**
 * The sandbox bank beside the server: its database, and the handles that no real bank has. Only there when a bank of
 * type {@code sandbox} is configured, as it is by default.
 */
@NullMarked
package tallystick.server.sandbox;

import org.jspecify.annotations.NullMarked;
