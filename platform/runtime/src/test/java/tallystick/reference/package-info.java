/**
 * A tiny context that exercises the whole machine before the domain arrives: accounts, and transfers that wait for a
 * confirmation until a deadline. Start at {@link tallystick.reference.Account} and {@link tallystick.reference.Transfer}.
 */
@NullMarked
package tallystick.reference;

import org.jspecify.annotations.NullMarked;
